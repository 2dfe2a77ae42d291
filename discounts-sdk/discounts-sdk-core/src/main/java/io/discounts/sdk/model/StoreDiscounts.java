package io.discounts.sdk.model;

import java.util.List;
import java.util.Objects;

/** A store's discounts, by priority descending, then id. */
public record StoreDiscounts(String storeId, List<String> discountIds) {
    public StoreDiscounts {
        Objects.requireNonNull(storeId, "storeId");
        discountIds = List.copyOf(discountIds);
    }
}
