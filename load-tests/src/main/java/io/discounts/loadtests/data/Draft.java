package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountId;

import java.time.Instant;

/**
 * What is settled of an event before its terms are drawn.
 *
 * @param name the provider's own name for what it speaks of
 * @param time of the event
 */
record Draft(Chance chance, Market market, String name, long version, Instant time) {
    Country country() {
        return market.country();
    }

    DiscountId id(String provider) {
        return new DiscountId(provider, name);
    }
}
