package io.discounts.service.ingestion;

import java.time.Duration;
import java.util.List;

/**
 * Consecutive records of one shard.
 *
 * @param stream the stream's name
 * @param records in order; may be empty, which still tells that the shard has been read
 * @param behind how far this batch is behind the shard's tip, zero at the tip
 */
public record ShardBatch(String stream, String shardId, List<StreamRecord> records, Duration behind) {
    public ShardBatch {
        records = List.copyOf(records);
    }
}
