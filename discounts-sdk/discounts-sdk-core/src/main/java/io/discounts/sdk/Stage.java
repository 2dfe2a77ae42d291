package io.discounts.sdk;

/** How far an operation has been moved from the monolith to the service, in the order of the move. */
public enum Stage {
    /** The local search answers; the service is not asked. */
    LOCAL,
    /** The local search answers; the call is mirrored to the service behind the caller and compared. */
    SHADOW,
    /** The service answers, the local search where it does not; the local search checks behind the caller. */
    VERIFY,
    /** The service answers, the local search where it does not. */
    REMOTE,
    /** The service answers; there is no local search any more. */
    REMOTE_ONLY;

    /** Whether the service's answer is the one the caller waits for. */
    public boolean asksRemote() {
        return compareTo(VERIFY) >= 0;
    }

    /** The stage a guard falls back to from here; {@link #LOCAL} stays. */
    public Stage below() {
        return switch (this) {
            case LOCAL, SHADOW -> LOCAL;
            case VERIFY -> SHADOW;
            case REMOTE -> VERIFY;
            case REMOTE_ONLY -> REMOTE;
        };
    }
}
