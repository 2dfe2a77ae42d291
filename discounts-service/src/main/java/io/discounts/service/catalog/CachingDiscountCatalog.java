package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A catalog that answers from the near caches. Changes go straight to the catalog behind it: they come back as
 * invalidations once they are committed.
 */
final class CachingDiscountCatalog implements DiscountCatalog {
    private final DiscountCatalog behind;
    private final Lookup<StoreKey, KnownStore> stores;
    private final SheetsInTime sheets;

    CachingDiscountCatalog(DiscountCatalog behind, Lookup<StoreKey, KnownStore> stores, SheetsInTime sheets) {
        this.behind = behind;
        this.stores = stores;
        this.sheets = sheets;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        return behind.apply(changes);
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> asked, Instant at, Duration patience) {
        try {
            return new CandidateSearch(stores, sheets.at(at)).find(region, asked, patience);
        } catch (SourceUnavailableException away) {
            return new CandidateLookup.Unavailable("a store or sheet is not cached, and the database does not answer");
        }
    }
}
