package io.discounts.service.ingestion;

import io.discounts.service.catalog.DiscountCatalog;

/**
 * The way in for records of the event log: read as those of a stream are, and applied without any order, for versions
 * decide. So a record that cannot be applied holds nothing back: it becomes a dead letter without a subject, once however
 * often the log is read, and none if it was discarded or redriven before. Watermarks stay as they are. Safe for use by any
 * thread.
 */
public interface LoggedIngestion {
    /** What is written in the transaction of the records it tells of. */
    interface Along {
        /**
         * Writes in the transaction of the batch, or of a part of it; again if that transaction is tried again.
         *
         * @param durable how many of the batch's records are dealt with already
         * @param counts the next so many of them
         * @throws RuntimeException to have nothing of this transaction
         */
        void write(long durable, LoggedCounts counts);
    }

    /**
     * Applies a batch to a catalog, in one transaction, or in several if the database refuses a record.
     *
     * @throws IllegalStateException if the target is a shadow that is not there
     */
    LoggedOutcome apply(LoggedBatch batch, DiscountCatalog target, Along along);
}
