package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Extent;
import io.discounts.service.discount.ScopeKey;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Where a discount stands in the index of scope keys.
 *
 * @param end as its column has it beside each of the keys; absent where there are none
 */
record IndexPlace(Set<ScopeKey> keys, @Nullable String end) {
    static final IndexPlace NOWHERE = new IndexPlace(Set.of(), null);

    static IndexPlace of(Discount discount) {
        return of(new Extent(discount.scope(), discount.validity()));
    }

    static IndexPlace of(Extent extent) {
        return new IndexPlace(extent.scope().keys(), EndColumn.written(extent.validity()));
    }
}
