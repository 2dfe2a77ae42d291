package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import org.springframework.dao.DataAccessException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The catalog that is being rebuilt. Nobody is served from it, so nobody has to be told of its changes. */
record ShadowCatalog(CatalogGate gate, CatalogWrites writes, CandidateSearch search) implements DiscountCatalog {

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        if (!gate.enter()) {
            throw new IllegalStateException("there is no shadow");
        }
        return writes.write(NewestChanges.of(changes)).outcomes(changes);
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
        try {
            return search.find(region, stores);
        } catch (DataAccessException away) {
            return new CandidateLookup.Unavailable("the database does not answer, or there is no shadow");
        }
    }
}
