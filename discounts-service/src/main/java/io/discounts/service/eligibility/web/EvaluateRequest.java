package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;

import java.time.Instant;

/** A checkout that can be decided. */
record EvaluateRequest(
        Region region, StoreId storeId, Facts.Customer customer, Facts.Context context, Basket basket, Instant at) {

    /**
     * Checks all of a body before it is refused.
     *
     * @param now the moment decided for if the body names none
     */
    static Validated<EvaluateRequest> of(EvaluateBody body, Instant now) {
        var checks = new RequestChecks();
        var region = checks.region(body.region());
        var storeId = checks.storeId(body.storeId());
        var customer = checks.customer(body.customer());
        var context = checks.context(body.context());
        var basket = new BasketReading(checks).basket(body.basket());
        var at = checks.at(body.at(), now);
        return region == null
                        || storeId == null
                        || basket == null
                        || !checks.violations().isEmpty()
                ? new Validated.Invalid<>(checks.violations())
                : new Validated.Valid<>(new EvaluateRequest(region, storeId, customer, context, basket, at));
    }

    Facts facts() {
        return new Facts(customer, context, basket, at);
    }
}
