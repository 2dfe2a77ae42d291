package io.discounts.service.ops;

import io.discounts.service.ingestion.RedriveOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a queue, in JSON. */
@Schema(name = "Redrive")
record RedriveBody(
        @Schema(description = "Letters that changed the catalog.")
        int applied,

        @Schema(description = "Letters of which the catalog had the same or a newer version.")
        int outdated,

        @Schema(description = "Letters that are still kept.")
        long remaining,

        @Schema(description = "The first that still cannot be applied; null if the queue is empty.") @Nullable
        DeadLetterBody stoppedAt) {

    static RedriveBody of(RedriveOutcome.Redriven redriven) {
        var stoppedAt = redriven.stoppedAt();
        return new RedriveBody(
                redriven.applied(),
                redriven.outdated(),
                redriven.remaining(),
                stoppedAt == null ? null : DeadLetterBody.of(stoppedAt));
    }
}
