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

/** Store navigation's question: which discounts do these stores have for this customer? */
@RestController
@RequestMapping("/v1/discounts")
@Tag(name = "Discounts", description = "Reads; scope discounts:read.")
final class SearchController {
    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    @PostMapping(
            path = "/search",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "searchDiscounts", summary = "Lists the discounts of up to 200 stores.", description = """
                    A discount is listed for a store when its scope covers the store, it is valid at `at`, it is neither \
                    exhausted nor exclusively held by another customer, and none of its rules is false. A rule that needs a fact the request lacks is unknown and comes back in `conditions`.""")
    @ApiResponse(
            responseCode = "200",
            description = "Each store's discounts, by priority descending, then id.",
            content = @Content(schema = @Schema(implementation = SearchAnswerSchema.class)))
    ResponseEntity<?> search(@RequestBody SearchBody body, HttpServletRequest http) {
        return switch (searching.read(body)) {
            case Validated.Valid<SearchRequest> valid ->
                ReadAnswers.of(searching.answer(valid.value(), CallerPatience.left(http)));
            case Validated.Invalid<SearchRequest> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }
}
