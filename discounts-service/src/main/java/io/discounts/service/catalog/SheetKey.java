package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;

/** Names a sheet. The order is the primary key's, so that transactions lock rows in the same order. */
record SheetKey(Region region, ScopeKey key) implements Comparable<SheetKey> {
    @Override
    public int compareTo(SheetKey other) {
        int byRegion = region.compareTo(other.region);
        return byRegion == 0 ? key.compareTo(other.key) : byRegion;
    }
}
