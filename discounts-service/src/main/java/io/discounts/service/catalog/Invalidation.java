package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;

import java.util.Set;

/** News that a cached value older than {@code version} is out of date. A hint: expiry is the guarantee. */
sealed interface Invalidation {
    long version();

    /**
     * A sheet has changed.
     *
     * @param changed what has changed on it since the version before; empty where that is not told, for it is too much
     */
    record OfSheet(Region region, ScopeKey key, long version, Set<DiscountId> changed) implements Invalidation {
        private static final int MOST_CHANGED = 20;

        public OfSheet {
            changed = changed.size() > MOST_CHANGED ? Set.of() : Set.copyOf(changed);
        }

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
