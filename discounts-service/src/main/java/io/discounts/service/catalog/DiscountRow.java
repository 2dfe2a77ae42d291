package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.util.List;

/** A discount's place in its table. The order is the primary key's, so that transactions lock rows in the same order. */
record DiscountRow(Region region, DiscountId id) implements Comparable<DiscountRow> {
    static final List<String> KEY = List.of("region", "provider", "external_id");

    static DiscountRow of(DiscountChange change) {
        return new DiscountRow(change.region(), change.id());
    }

    List<String> key() {
        return List.of(region.code(), id.provider(), id.externalId());
    }

    @Override
    public int compareTo(DiscountRow other) {
        int byRegion = region.compareTo(other.region);
        int byProvider = byRegion == 0 ? id.provider().compareTo(other.id.provider()) : byRegion;
        return byProvider == 0 ? id.externalId().compareTo(other.id.externalId()) : byProvider;
    }
}
