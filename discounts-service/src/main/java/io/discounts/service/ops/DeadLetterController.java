package io.discounts.service.ops;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import io.discounts.service.edge.Validated;
import io.discounts.service.ingestion.DeadLetterQueue;
import io.discounts.service.ingestion.KeptLetter;
import io.discounts.service.ingestion.LetterFilter;
import io.discounts.service.ingestion.RedriveOutcome;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Records that cannot be applied: to be seen, applied after all, or dropped. */
@RestController
@RequestMapping(path = "/ops/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations", description = "For operators; scope discounts:ops.")
final class DeadLetterController {
    static final ProblemType NOT_FOUND =
            new ProblemType("dead-letter-not-found", HttpStatus.NOT_FOUND, "There is no such dead letter");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final DeadLetterQueue queue;

    DeadLetterController(DeadLetterQueue queue) {
        this.queue = queue;
    }

    @GetMapping
    @Operation(operationId = "listDeadLetters", summary = "Lists dead letters by id.", description = """
                    A page has at most `limit` letters, and fewer where they are large; `nextCursor` tells whether others \
                    follow.""")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PageSchemas.DeadLetters.class)))
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        return switch (PageRequest.of(cursor, limit, DeadLetterController::id)) {
            case Validated.Valid<PageRequest<Long>> valid ->
                ResponseEntity.ok(page(new LetterFilter(stream, subject), valid.value()));
            case Validated.Invalid<PageRequest<Long>> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    private Page<DeadLetterBody> page(LetterFilter filter, PageRequest<Long> request) {
        var page = queue.page(filter, request.behind().orElse(0L), request.limit());
        return Page.of(page.letters(), page.more(), DeadLetterBody::of, DeadLetterController::behind);
    }

    private static Cursor behind(KeptLetter letter) {
        return Cursor.behind(Long.toString(letter.id()));
    }

    private static Optional<Long> id(Cursor cursor) {
        return cursor.key().size() == 1 ? id(cursor.key().getFirst()) : Optional.empty();
    }

    @PostMapping("/{id}/redrive")
    @Operation(operationId = "redriveDeadLetter", summary = "Applies a subject's queue.", description = """
                    Takes the queue that the letter is in through the pipeline, in order, and stops at the first that \
                    still cannot be applied. A letter without a subject is taken alone.""")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedriveBody.class)))
    ResponseEntity<?> redrive(@PathVariable String id, @Nullable Principal caller) {
        return answer(id, caller, queue::redrive);
    }

    @PostMapping("/{id}/discard")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Drops one letter for good, and redrives the rest of its queue.",
            description = "The audit keeps the letter whole, with who dropped it and when.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedriveBody.class)))
    ResponseEntity<?> discard(@PathVariable String id, @Nullable Principal caller) {
        return answer(id, caller, queue::discard);
    }

    private static ResponseEntity<?> answer(
            String id, @Nullable Principal caller, BiFunction<Long, String, RedriveOutcome> action) {
        var actor = Actor.of(caller).name();
        return switch (id(id).map(known -> action.apply(known, actor)).orElseGet(RedriveOutcome.UnknownLetter::new)) {
            case RedriveOutcome.Redriven redriven -> ResponseEntity.ok(RedriveBody.of(redriven));
            case RedriveOutcome.UnknownLetter ignored ->
                Problem.of(NOT_FOUND, "It has been applied or discarded, or never was.")
                        .toResponse();
        };
    }

    private static Optional<Long> id(String written) {
        return ID.matcher(written).matches() ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }
}
