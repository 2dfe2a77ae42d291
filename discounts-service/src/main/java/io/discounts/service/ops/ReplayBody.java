package io.discounts.service.ops;

import io.discounts.service.replay.Replay;
import io.discounts.service.replay.ReplayProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A replay, in JSON. */
@Schema(name = "Replay")
record ReplayBody(
        @Schema(example = "7") String id,

        @Schema(allowableValues = {"pending", "running", "succeeded", "failed", "cancelled"})
        String state,

        @Schema(description = "Null: all.", example = "partner-promotions") @Nullable
        String provider,

        @Schema(example = "s3://event-log/production") String location,
        Instant from,
        Instant until,
        boolean intoShadow,
        @Schema(description = "Who ordered it.") String orderedBy,
        Instant orderedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,

        @Schema(description = "Why it could not go on.") @Nullable
        String failure,

        Progress progress,

        @Schema(description = "Of both catalogs, once a replay into the shadow has succeeded.") @Nullable
        Checksums checksums) {
    @Schema(name = "ReplayChecksums")
    record Checksums(String live, String shadow, boolean equal) {}

    @Schema(name = "ReplayTrouble", description = "A segment that could not be read to its end.")
    record Trouble(
            @Schema(example = "stores/2026/11/22/a.ndjson.gz")
            String segment,

            @Schema(example = "cut off behind line 41") String detail) {}

    @Schema(name = "ReplayProgress")
    record Progress(
            @Schema(description = "0 until they have been listed.")
            long segments,

            long doneSegments,
            long bytes,
            long readBytes,

            @Schema(description = "Dealt with, whatever became of them.")
            long records,

            @Schema(description = "They changed the catalog.")
            long applied,

            @Schema(description = "The catalog had the same or a newer version.")
            long outdated,

            @Schema(description = "They cannot be applied and are kept as dead letters.")
            long rejected,

            @Schema(description = "They are not of the time asked for.")
            long outside,

            @Schema(description = "Since it has run without interruption.")
            double recordsPerSecond,

            @Schema(description = "How long it will take if it goes on like this; null where nothing tells.") @Nullable
            Long etaSeconds,

            @Schema(description = "The first 100.") List<Trouble> troubles) {
        static Progress of(ReplayProgress progress) {
            var counts = progress.counts();
            var eta = progress.eta();
            return new Progress(
                    progress.segments(),
                    progress.doneSegments(),
                    progress.bytes(),
                    progress.readBytes(),
                    counts.records(),
                    counts.applied(),
                    counts.outdated(),
                    counts.rejected(),
                    counts.outside(),
                    progress.recordsPerSecond(),
                    eta == null ? null : eta.toSeconds(),
                    progress.troubles().stream()
                            .map(trouble -> new Trouble(trouble.segment(), trouble.detail()))
                            .toList());
        }
    }

    static ReplayBody of(Replay replay) {
        var order = replay.order();
        var checksums = replay.checksums();
        return new ReplayBody(
                Long.toString(replay.id()),
                replay.state().name().toLowerCase(Locale.ROOT),
                order.provider(),
                order.location(),
                order.from(),
                order.until(),
                order.intoShadow(),
                replay.orderedBy(),
                replay.orderedAt(),
                replay.beganAt(),
                replay.endedAt(),
                replay.cancelledBy(),
                replay.failure(),
                Progress.of(replay.progress()),
                checksums == null
                        ? null
                        : new Checksums(
                                checksums.live(),
                                checksums.shadow(),
                                checksums.live().equals(checksums.shadow())));
    }
}
