package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;

import java.time.Instant;
import java.util.List;

/**
 * What a provider says at one time: one event in its own words, and for each of the changes one in ours.
 *
 * @param name the provider's own name for what it speaks of
 */
record Statement(Country country, String name, Instant time, List<DiscountChange> changes) {
    Statement {
        changes = List.copyOf(changes);
    }

    long version() {
        return changes.getFirst().version();
    }
}
