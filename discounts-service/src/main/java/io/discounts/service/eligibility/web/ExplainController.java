package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.DiscountRecord;
import io.discounts.service.catalog.DiscountRecords;
import io.discounts.service.discount.Discount;
import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.Explainer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** Support's question: why does, or does not, this customer get this discount? */
@RestController
@RequestMapping("/ops")
@Tag(name = "Operations", description = "For operators; scope discounts:ops.")
final class ExplainController {
    private static final ProblemType DISCOUNT_NOT_FOUND =
            new ProblemType("discount-not-found", HttpStatus.NOT_FOUND, "There is no such discount");

    private final DiscountCatalog catalog;
    private final DiscountRecords records;
    private final Explainer explainer;
    private final Clock clock;

    ExplainController(DiscountCatalog catalog, DiscountRecords records, Explainer explainer, Clock clock) {
        this.catalog = catalog;
        this.records = records;
        this.explainer = explainer;
        this.clock = clock;
    }

    @PostMapping(
            path = "/explain",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "explainDiscount",
            summary = "Tells of one discount what is decided, and why.",
            description = """
                    Takes a search or an evaluate request and the discount asked about, and tells for each store the scope \
                    keys that matched or did not, validity, every rule's verdict, currency, target, limits, and what search \
                    or evaluate conclude from them. The discount is read from the database, not from the caches.""")
    @ApiResponse(
            responseCode = "200",
            description = "What speaks for and against the discount; no stores for one that is withdrawn.",
            content = @Content(schema = @Schema(implementation = ExplanationSchema.class)))
    ResponseEntity<?> explain(@RequestBody ExplainBody body) {
        return switch (ExplainRequest.of(body, clock.instant())) {
            case Validated.Valid<ExplainRequest> valid -> answer(valid.value());
            case Validated.Invalid<ExplainRequest> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    private ResponseEntity<?> answer(ExplainRequest request) {
        return switch (records.find(request.region(), request.discountId())) {
            case DiscountRecord.Present present -> explain(request, present.discount());
            case DiscountRecord.Withdrawn withdrawn ->
                ReadAnswers.decided(
                        ExplanationJson.withdrawn(request.discountId().toString(), withdrawn.version()));
            case DiscountRecord.Unknown ignored ->
                Problem.of(DISCOUNT_NOT_FOUND, "No provider has published this discount in this region.")
                        .toResponse();
            case DiscountRecord.Unavailable ignored -> Problem.unavailable("the database does not answer");
        };
    }

    private ResponseEntity<?> explain(ExplainRequest request, Discount discount) {
        return switch (catalog.candidates(
                request.region(), request.storeIds(), request.facts().at(), DiscountCatalog.ENDLESS)) {
            case CandidateLookup.Found found -> {
                var stores = found.stores().stream()
                        .map(store -> explainer.explain(discount, store, request.facts()))
                        .toList();
                yield ReadAnswers.decided(
                        ExplanationJson.write(discount, stores, request.facts().basket()));
            }
            case CandidateLookup.Unavailable unavailable -> Problem.unavailable(unavailable.reason());
        };
    }
}
