package io.discounts.service.ops;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.replay.Replay;
import io.discounts.service.replay.ReplayOrder;
import io.discounts.service.replay.ReplayOrdered;
import io.discounts.service.replay.Replays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The event log, replayed. */
@RestController
@RequestMapping(path = "/ops/replays", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations", description = "For operators; scope discounts:ops.")
final class ReplayController {
    static final ProblemType NOT_FOUND =
            new ProblemType("replay-not-found", HttpStatus.NOT_FOUND, "There is no such replay");
    static final ProblemType SHADOW_TAKEN =
            new ProblemType("shadow-taken", HttpStatus.CONFLICT, "The shadow catalog is being rebuilt");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "orderReplay", summary = "Orders a replay of the event log.", description = """
                    It is run by whichever instance is free, and gone on with by another should that one stop. Versions \
                    decide, so what is applied already changes nothing. Watermarks stay as they are.""")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ReplayBody.class)))
    ResponseEntity<?> order(@RequestBody ReplayOrderBody body, @Nullable Principal caller) {
        return switch (body.validated()) {
            case Validated.Valid<ReplayOrder> valid -> order(valid.value(), Actor.of(caller));
            case Validated.Invalid<ReplayOrder> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    private ResponseEntity<?> order(ReplayOrder order, Actor actor) {
        return switch (replays.order(order, actor.name())) {
            case ReplayOrdered.Ordered ordered ->
                ResponseEntity.accepted()
                        .location(URI.create("/ops/replays/" + ordered.replay().id()))
                        .body(ReplayBody.of(ordered.replay()));
            case ReplayOrdered.UnknownProvider ignored -> invalid("/provider", "must be a provider of a stream");
            case ReplayOrdered.LocationNotAllowed ignored ->
                invalid("/location", "must be within a location that the service is configured to read");
            case ReplayOrdered.ShadowTaken ignored ->
                Problem.of(SHADOW_TAKEN, "Another replay into the shadow has not ended; wait for it or cancel it.")
                        .toResponse();
        };
    }

    private static ResponseEntity<?> invalid(String pointer, String detail) {
        return Problem.invalid(List.of(new Violation(pointer, detail))).toResponse();
    }

    @GetMapping
    @Operation(operationId = "listReplays", summary = "Lists replays by id.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PageSchemas.Replays.class)))
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        return switch (PageRequest.of(cursor, limit, ReplayController::id)) {
            case Validated.Valid<PageRequest<Long>> valid -> ResponseEntity.ok(page(valid.value()));
            case Validated.Invalid<PageRequest<Long>> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    private Page<ReplayBody> page(PageRequest<Long> request) {
        var found = replays.page(request.behind().orElse(0L), request.limit() + 1);
        var items = found.subList(0, Math.min(request.limit(), found.size()));
        return Page.of(items, items.size() < found.size(), ReplayBody::of, ReplayController::behind);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReplay", summary = "Tells how a replay stands.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReplayBody.class)))
    ResponseEntity<?> get(@PathVariable String id) {
        return answer(id(id).flatMap(replays::find));
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            operationId = "cancelReplay",
            summary = "Ends a replay; one that has ended stays as it is.",
            description = "What it has applied stays. From the answer on it applies nothing more.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReplayBody.class)))
    ResponseEntity<?> cancel(@PathVariable String id, @Nullable Principal caller) {
        var actor = Actor.of(caller).name();
        return answer(id(id).flatMap(known -> replays.cancel(known, actor)));
    }

    private static ResponseEntity<?> answer(Optional<Replay> replay) {
        return replay.<ResponseEntity<?>>map(found -> ResponseEntity.ok(ReplayBody.of(found)))
                .orElseGet(() ->
                        Problem.of(NOT_FOUND, "No replay has ever had this id.").toResponse());
    }

    private static Cursor behind(Replay replay) {
        return Cursor.behind(Long.toString(replay.id()));
    }

    private static Optional<Long> id(Cursor cursor) {
        return cursor.key().size() == 1 ? id(cursor.key().getFirst()) : Optional.empty();
    }

    private static Optional<Long> id(String written) {
        return ID.matcher(written).matches() ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }
}
