package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;

import java.time.Duration;
import java.util.List;

/**
 * A catalog that answers from the near caches. Changes go straight to the catalog behind it: they come back as
 * invalidations once they are committed.
 */
final class CachingDiscountCatalog implements DiscountCatalog {
    private final DiscountCatalog behind;
    private final CandidateSearch cached;

    CachingDiscountCatalog(DiscountCatalog behind, CandidateSearch cached) {
        this.behind = behind;
        this.cached = cached;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        return behind.apply(changes);
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores) {
        return candidates(region, stores, ENDLESS);
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores, Duration patience) {
        try {
            return cached.find(region, stores, patience);
        } catch (SourceUnavailableException away) {
            return new CandidateLookup.Unavailable("a store or sheet is not cached, and the database does not answer");
        }
    }
}
