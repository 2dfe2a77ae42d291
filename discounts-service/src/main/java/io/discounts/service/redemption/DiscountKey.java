package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.util.Comparator;

/** A discount's place in the tables. The order is that of their keys, so that all lock rows in the same order. */
record DiscountKey(Region region, DiscountId id) implements Comparable<DiscountKey> {
    static final String COLUMNS = "region, provider, external_id";
    static final String IS = "region = ? AND provider = ? AND external_id = ?";

    private static final Comparator<DiscountKey> ORDER = Comparator.comparing(DiscountKey::region)
            .thenComparing(key -> key.id().provider())
            .thenComparing(key -> key.id().externalId());

    /** The values of {@link #COLUMNS} and whatever follows them. */
    Object[] and(Object... others) {
        var values = new Object[3 + others.length];
        values[0] = region.code();
        values[1] = id.provider();
        values[2] = id.externalId();
        System.arraycopy(others, 0, values, 3, others.length);
        return values;
    }

    @Override
    public int compareTo(DiscountKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return region.code() + '/' + id;
    }
}
