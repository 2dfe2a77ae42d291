package io.discounts.sdk.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stores in the order asked for, and each listed discount once, by id.
 *
 * @param watermarks by provider, how far its events have been applied; a local search has none
 * @param stale served past its freshness bound
 */
public record SearchAnswer(
        List<StoreDiscounts> stores,
        Map<String, ListedDiscount> discounts,
        Map<String, Instant> watermarks,
        boolean stale) {
    public SearchAnswer {
        stores = List.copyOf(stores);
        discounts = Collections.unmodifiableMap(new LinkedHashMap<>(discounts));
        watermarks = Map.copyOf(watermarks);
    }

    /** What a local search answers: fresh, and without watermarks. */
    public static SearchAnswer of(List<StoreDiscounts> stores, Map<String, ListedDiscount> discounts) {
        return new SearchAnswer(stores, discounts, Map.of(), false);
    }
}
