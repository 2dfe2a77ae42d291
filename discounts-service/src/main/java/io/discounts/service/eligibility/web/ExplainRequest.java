package io.discounts.service.eligibility.web;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.eligibility.Facts;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A question about one discount that can be answered. */
record ExplainRequest(DiscountId discountId, Region region, List<StoreId> storeIds, Facts facts) {

    /**
     * Checks all of a body before it is refused.
     *
     * @param now the moment decided for if the body names none
     */
    static Validated<ExplainRequest> of(ExplainBody body, Instant now) {
        if (body.isSearch()) {
            return ofSearch(body, now);
        }
        return body.isEvaluate()
                ? ofEvaluate(body, now)
                : refused(
                        body,
                        List.of(new Violation(
                                "/storeIds",
                                "must be given alone, as in a search, or storeId and basket, as in an evaluation")));
    }

    private static Validated<ExplainRequest> ofSearch(ExplainBody body, Instant now) {
        return switch (SearchRequest.of(body.search(), now)) {
            case Validated.Valid<SearchRequest> valid ->
                about(
                        body,
                        valid.value().region(),
                        valid.value().storeIds(),
                        valid.value().facts());
            case Validated.Invalid<SearchRequest> invalid -> refused(body, invalid.violations());
        };
    }

    private static Validated<ExplainRequest> ofEvaluate(ExplainBody body, Instant now) {
        return switch (EvaluateRequest.of(body.evaluate(), now)) {
            case Validated.Valid<EvaluateRequest> valid ->
                about(
                        body,
                        valid.value().region(),
                        List.of(valid.value().storeId()),
                        valid.value().facts());
            case Validated.Invalid<EvaluateRequest> invalid -> refused(body, invalid.violations());
        };
    }

    private static Validated<ExplainRequest> about(
            ExplainBody body, Region region, List<StoreId> storeIds, Facts facts) {
        var id = discountId(body.discountId());
        return id == null
                ? refused(body, List.of())
                : new Validated.Valid<>(new ExplainRequest(id, region, storeIds, facts));
    }

    private static Validated<ExplainRequest> refused(ExplainBody body, List<Violation> others) {
        var oddId = discountId(body.discountId()) == null
                ? Stream.of(new Violation(
                        "/discountId", "must be <provider>:<externalId>, both matching [A-Za-z0-9._~-]{1,64}"))
                : Stream.<Violation>empty();
        return new Validated.Invalid<>(Stream.concat(oddId, others.stream()).toList());
    }

    private static @Nullable DiscountId discountId(@Nullable String written) {
        try {
            return written == null ? null : DiscountId.parse(written);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }
}
