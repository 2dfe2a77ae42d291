package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.outbox.Outbox;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The catalog as MySQL holds it: the truth, at the price of two statements for each search. */
final class JdbcDiscountCatalog implements DiscountCatalog {
    private final DiscountWrites discounts;
    private final StoreWrites stores;
    private final SheetVersions versions;
    private final Outbox outbox;
    private final CandidateSearch search;

    JdbcDiscountCatalog(JdbcTemplate jdbc, Outbox outbox, CandidateSearch search) {
        this.discounts = new DiscountWrites(jdbc);
        this.stores = new StoreWrites(jdbc);
        this.versions = new SheetVersions(jdbc);
        this.outbox = outbox;
        this.search = search;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        var newest = NewestChanges.of(changes);
        var writtenStores = stores.write(newest.stores().values());
        var written = discounts.write(newest.discounts().values());
        announce(versions.grow(written.touched()), writtenStores);
        return changes.stream()
                .map(change -> newest.wasWritten(change, written.rows(), writtenStores.keySet())
                        ? ChangeOutcome.APPLIED
                        : ChangeOutcome.OUTDATED)
                .toList();
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores) {
        try {
            return search.find(region, stores);
        } catch (DataAccessException away) {
            return new CandidateLookup.Unavailable("the database does not answer");
        }
    }

    private void announce(Map<SheetKey, Long> sheets, Map<StoreKey, Long> changedStores) {
        var invalidations = new ArrayList<Invalidation>();
        sheets.forEach(
                (sheet, version) -> invalidations.add(new Invalidation.OfSheet(sheet.region(), sheet.key(), version)));
        changedStores.forEach((store, version) ->
                invalidations.add(new Invalidation.OfStore(store.region(), store.storeId(), version)));
        if (!invalidations.isEmpty()) {
            outbox.append(RedisInvalidations.TOPIC, Invalidations.write(invalidations));
        }
    }
}
