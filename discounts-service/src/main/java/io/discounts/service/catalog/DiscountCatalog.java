package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The discounts and stores the service knows. Safe for use by any thread. */
public interface DiscountCatalog {
    /** The patience of whoever waits as long as it takes. */
    Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Applies changes in the caller's transaction; readers see them after its commit.
     *
     * @return what became of each change, in the order given
     * @throws org.springframework.dao.DataAccessException if the database cannot take them now
     */
    List<ChangeOutcome> apply(List<? extends CatalogChange> changes);

    /**
     * Finds, for each store in the order asked for, the discounts whose scope may cover it: all that run at a moment, and others that
     * do not.
     *
     * @param patience how long to wait, at most, for what is cached nowhere
     */
    CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience);
}
