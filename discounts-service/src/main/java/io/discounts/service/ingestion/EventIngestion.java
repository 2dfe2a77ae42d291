package io.discounts.service.ingestion;

/** The way into the service for everything providers publish. Safe for use by many threads, one for each shard. */
public interface EventIngestion {
    /**
     * Applies a batch: each record is either applied, found outdated or kept as a dead letter, the records of one subject
     * in order. Applying a batch again changes nothing; one that could not be applied may be in part.
     */
    BatchOutcome ingest(ShardBatch batch);
}
