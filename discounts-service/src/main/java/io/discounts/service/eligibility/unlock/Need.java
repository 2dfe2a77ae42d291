package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;

/** What a basket lacks of matching items: so many units, and so much worth in minor units. */
record Need(Selection of, long units, long amount) {
    boolean isNothing() {
        return units <= 0 && amount <= 0;
    }

    /** One need that is met when both are. */
    Need and(Need other) {
        return new Need(of, Math.max(units, other.units), Math.max(amount, other.amount));
    }
}
