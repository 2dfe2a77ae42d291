package io.discounts.service.catalog;

import io.discounts.service.discount.StoreFacts;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A store as it is looked up, with the sheets that its facts point to.
 *
 * @param facts absent for a store that nothing is known of, which has no sheets
 */
record KnownStore(@Nullable StoreFacts facts, List<SheetKey> sheets) {
    static final KnownStore UNKNOWN = new KnownStore(null, List.of());

    KnownStore {
        sheets = List.copyOf(sheets);
    }

    static KnownStore of(StoreFacts facts) {
        return new KnownStore(
                facts,
                facts.scopeKeys().stream()
                        .map(key -> new SheetKey(facts.region(), key))
                        .toList());
    }
}
