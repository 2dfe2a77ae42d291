package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Extent;
import io.discounts.service.discount.ScopeKey;
import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * Where a discount stands in the index of scope keys.
 *
 * @param end beside each of the keys; absent where there are none
 */
record IndexPlace(Set<ScopeKey> keys, @Nullable LocalDateTime end) {
    static final IndexPlace NOWHERE = new IndexPlace(Set.of(), null);

    static IndexPlace of(Discount discount) {
        return of(new Extent(discount.scope(), discount.validity()));
    }

    static IndexPlace of(Extent extent) {
        return new IndexPlace(extent.scope().keys(), EndColumn.of(extent.validity()));
    }
}
