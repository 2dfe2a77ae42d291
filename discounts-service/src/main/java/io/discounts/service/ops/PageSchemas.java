package io.discounts.service.ops;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What pages look like, for the API description, which knows no type parameters; {@link Page} is what is written. */
final class PageSchemas {
    private PageSchemas() {}

    @Schema(name = "DeadLetterPage")
    record DeadLetters(
            List<DeadLetterBody> items,

            @Schema(description = "For the next page; null at the end.") @Nullable
            String nextCursor) {}

    @Schema(name = "ReplayPage")
    record Replays(
            List<ReplayBody> items,

            @Schema(description = "For the next page; null at the end.") @Nullable
            String nextCursor) {}

    @Schema(name = "ShardIngestionPage")
    record Shards(
            List<ShardBody> items,

            @Schema(description = "For the next page; null at the end.") @Nullable
            String nextCursor) {}
}
