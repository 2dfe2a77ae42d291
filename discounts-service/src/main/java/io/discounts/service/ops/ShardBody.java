package io.discounts.service.ops;

import io.discounts.service.ingestion.ShardState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** How ingestion stands on a shard, in JSON. */
@Schema(name = "ShardIngestion")
record ShardBody(
        @Schema(example = "partner-promotions") String stream,

        @Schema(example = "shardId-000000000000") String shardId,

        @Schema(description = "Null if the stream is not configured.", example = "partner-promotions") @Nullable
        String provider,

        @Schema(
                description = "How old a record may be that waits unread, in seconds; null if this instance does not"
                        + " read the shard.",
                example = "0.4")
        @Nullable
        Double lagSeconds,

        @Schema(description = "Up to when the shard's events have been applied; null if none is known.") @Nullable
        Instant watermark,

        @Schema(description = "Subjects of this shard that have dead letters.")
        long parkedSubjects,

        @Schema(description = "The first 20 of them.", example = "[\"ES/42\"]")
        List<String> parkedSubjectNames) {

    static ShardBody of(ShardState state) {
        var lag = state.lag();
        return new ShardBody(
                state.stream(),
                state.shardId(),
                state.provider(),
                lag == null ? null : lag.toMillis() / 1_000.0,
                state.watermark(),
                state.parkedSubjects(),
                state.parkedNames());
    }
}
