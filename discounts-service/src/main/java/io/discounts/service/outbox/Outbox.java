package io.discounts.service.outbox;

/** Where a module leaves what must be told once its transaction has been committed. */
public interface Outbox {
    /**
     * Writes a message in the caller's transaction; it is delivered at least once after the commit, and never if the
     * transaction is rolled back.
     *
     * @throws IllegalStateException outside a transaction
     */
    void append(String topic, byte[] payload);
}
