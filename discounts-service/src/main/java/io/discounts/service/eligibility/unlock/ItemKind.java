package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;

/**
 * Items that meet exactly the same needs; everything stands for items that no selection names.
 *
 * @param meets by position among the needs that name items
 * @param use in what the effect needs
 */
record ItemKind(Selection of, long meets, EffectUse use) {
    boolean meets(int need) {
        return (meets & 1L << need) != 0;
    }

    int count() {
        return Long.bitCount(meets);
    }

    /** Whether nothing is lost by adding the other kind instead. */
    boolean isCoveredBy(ItemKind other) {
        return (meets & ~other.meets) == 0 && (use == other.use || (use == EffectUse.NONE && other.use.isHarmless()));
    }
}
