package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A catalog that finds the same whatever it is asked. */
record FixedCatalog(CandidateLookup found) implements DiscountCatalog {
    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
        return found;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        throw new UnsupportedOperationException("only read");
    }
}
