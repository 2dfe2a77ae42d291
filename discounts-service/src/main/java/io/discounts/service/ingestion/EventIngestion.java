package io.discounts.service.ingestion;

import java.util.List;

/** The way into the service for everything providers publish. Safe for use by many threads, one for each shard. */
public interface EventIngestion {
    /**
     * Applies a batch: each record is either applied, found outdated or kept as a dead letter, the records of one subject
     * in order. Applying a batch again changes nothing; one that could not be applied may be in part.
     */
    BatchOutcome ingest(ShardBatch batch);

    /**
     * Takes note that a shard has been read to its end and that its children come next; doing so again changes nothing.
     *
     * @return false if the database is away, so that it must be told again
     */
    boolean handOver(String stream, String shardId, List<String> children);
}
