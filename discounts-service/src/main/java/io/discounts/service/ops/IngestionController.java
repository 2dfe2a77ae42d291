package io.discounts.service.ops;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.Validated;
import io.discounts.service.ingestion.IngestionOverview;
import io.discounts.service.ingestion.ShardState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Comparator;
import java.util.Optional;

/** How far the streams have been read and applied. */
@RestController
@Tag(name = "Operations", description = "For operators; scope discounts:ops.")
final class IngestionController {
    private record Key(String stream, String shardId) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::stream).thenComparing(Key::shardId);

        static Key of(ShardState state) {
            return new Key(state.stream(), state.shardId());
        }

        static Optional<Key> of(Cursor cursor) {
            return cursor.key().size() == 2
                    ? Optional.of(new Key(cursor.key().getFirst(), cursor.key().getLast()))
                    : Optional.empty();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final IngestionOverview overview;

    IngestionController(IngestionOverview overview) {
        this.overview = overview;
    }

    @GetMapping(path = "/ops/ingestion", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listIngestion",
            summary = "Lists how ingestion stands on each shard.",
            description = "By stream and shard; the lag is known to the instance that reads the shard.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PageSchemas.Shards.class)))
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        return switch (PageRequest.of(cursor, limit, Key::of)) {
            case Validated.Valid<PageRequest<Key>> valid -> ResponseEntity.ok(page(valid.value()));
            case Validated.Invalid<PageRequest<Key>> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    private Page<ShardBody> page(PageRequest<Key> request) {
        var left = overview.shards().stream()
                .filter(state -> request.behind()
                        .map(behind -> Key.of(state).compareTo(behind) > 0)
                        .orElse(true))
                .toList();
        var items = left.subList(0, Math.min(request.limit(), left.size()));
        return Page.of(
                items,
                items.size() < left.size(),
                ShardBody::of,
                state -> Cursor.behind(state.stream(), state.shardId()));
    }
}
