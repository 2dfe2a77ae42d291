package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How ingestion stands on one shard.
 *
 * @param provider absent if the stream is not configured
 * @param lag how old a record may be that waits unread; absent if this instance does not read the shard
 * @param watermark up to when events have been applied; absent if none is known
 * @param parkedSubjects subjects of the shard that have dead letters
 * @param parkedNames the first 20 of them
 */
public record ShardState(
        String stream,
        String shardId,
        @Nullable String provider,
        @Nullable Duration lag,
        @Nullable Instant watermark,
        long parkedSubjects,
        List<String> parkedNames) {
    public ShardState {
        parkedNames = List.copyOf(parkedNames);
    }
}
