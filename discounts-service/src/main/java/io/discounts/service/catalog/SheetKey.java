package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;

import java.util.Comparator;

/** Names a sheet. The order is the primary key's, so that transactions lock rows in the same order. */
record SheetKey(Region region, ScopeKey key) implements Comparable<SheetKey> {
    private static final Comparator<SheetKey> ORDER =
            Comparator.comparing(SheetKey::region).thenComparing(SheetKey::key);

    @Override
    public int compareTo(SheetKey other) {
        return ORDER.compare(this, other);
    }
}
