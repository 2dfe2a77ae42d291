package io.discounts.service.ingestion;

/** The way into the service for everything providers publish. Safe for use by many threads, one for each shard. */
public interface EventIngestion {
    /**
     * Applies a batch in one transaction: all of it, each record either applied, found outdated or kept as a dead letter;
     * or nothing. Applying a batch again changes nothing.
     */
    BatchOutcome ingest(ShardBatch batch);
}
