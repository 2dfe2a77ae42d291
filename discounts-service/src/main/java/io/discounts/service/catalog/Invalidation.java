package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;

/** News that a cached value older than {@code version} is out of date. A hint: expiry is the guarantee. */
sealed interface Invalidation {
    long version();

    record OfSheet(Region region, ScopeKey key, long version) implements Invalidation {
        SheetKey sheet() {
            return new SheetKey(region, key);
        }
    }

    /** Another catalog is live, whose sheets are all of this version or newer; nothing is known of its stores. */
    record OfEverything(long version) implements Invalidation {}

    record OfStore(Region region, StoreId storeId, long version) implements Invalidation {
        StoreKey store() {
            return new StoreKey(region, storeId);
        }
    }
}
