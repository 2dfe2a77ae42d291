package io.discounts.service.replay;

/** How far a replay is. */
public enum ReplayState {
    /** Nobody has begun it yet. */
    PENDING,
    /** It runs, or will be gone on with. */
    RUNNING,
    /** All segments have been read. */
    SUCCEEDED,
    /** It cannot go on. */
    FAILED,
    /** Somebody did not want it any more; what was applied stays. */
    CANCELLED;

    public boolean isEnded() {
        return this != PENDING && this != RUNNING;
    }
}
