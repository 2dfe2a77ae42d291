package io.discounts.service.outbox.stream;

/** Lets one of all instances carry at a time, but for moments in which two believe they do. For one thread. */
interface Leadership {
    /**
     * Whether this instance leads, after trying to if nobody does. Asks others once a second at most.
     *
     * @throws RuntimeException if the database does not answer
     */
    boolean held();

    /** Lets another one lead at once. */
    void resign();
}
