package io.discounts.service.replay;

/** The replay has ended, or somebody else goes on with it: nothing of the transaction may stay. */
@SuppressWarnings("serial")
final class ReplayStoppedException extends RuntimeException {
    ReplayStoppedException(long id) {
        super("replay " + id + " has been ended, or is gone on with elsewhere", null, false, false);
    }
}
