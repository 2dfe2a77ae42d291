package io.discounts.service.eligibility.web;

import io.discounts.service.edge.CallerPatience;
import io.discounts.service.edge.Problem;
import io.discounts.service.edge.Validated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkout's question: what does this basket cost, and why not less? */
@RestController
@RequestMapping("/v1/discounts")
@Tag(name = "Discounts", description = "Reads; scope discounts:read.")
final class EvaluateController {
    private final Evaluating evaluating;

    EvaluateController(Evaluating evaluating) {
        this.evaluating = evaluating;
    }

    @PostMapping(
            path = "/evaluate",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "evaluateBasket",
            summary = "Prices a basket in one store, and tells why it does not cost less.",
            description = """
                    The store's candidates are the discounts whose scope covers the store, which are valid at `at` and not \
                    withdrawn. Each is either in `applied`, or in `notApplied` with every reason. A candidate is eligible \
                    when it is in the basket's currency, is not exhausted or held by another customer, has something to \
                    act on, and every rule is true; a rule that needs a fact the request lacks fails with `unknown_fact`. \
                    Where the customer can remove every reason, `unlock` tells the smallest change that does. \
                    Of the eligible, the combination that saves most is applied: all stackable ones, the best of each \
                    group, by priority descending, then id, each to what the earlier ones left; or one exclusive alone. \
                    All amounts are exact, in minor units of the basket's currency.""")
    @ApiResponse(
            responseCode = "200",
            description = "What the basket costs; with empty lists where the store has no candidates or is unknown.",
            content = @Content(schema = @Schema(implementation = EvaluationSchema.class)))
    ResponseEntity<?> evaluate(@RequestBody EvaluateBody body, HttpServletRequest http) {
        return switch (evaluating.read(body)) {
            case Validated.Valid<EvaluateRequest> valid ->
                ReadAnswers.of(evaluating.answer(valid.value(), CallerPatience.left(http)));
            case Validated.Invalid<EvaluateRequest> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }
}
