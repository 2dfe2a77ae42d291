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

/**
 * The catalog as MySQL holds it: the truth, at the price of two statements for each search. While there is a shadow it gets
 * every change as well.
 */
final class JdbcDiscountCatalog implements DiscountCatalog {
    private final CatalogGate gate;
    private final CatalogWrites live;
    private final CatalogWrites shadow;
    private final SheetVersions versions;
    private final Outbox outbox;
    private final CatalogNews news;
    private final CandidateSearch search;

    JdbcDiscountCatalog(JdbcTemplate jdbc, Outbox outbox, CatalogNews news, CandidateSearch search) {
        this.gate = new CatalogGate(jdbc);
        this.live = new CatalogWrites(jdbc, CatalogTables.LIVE);
        this.shadow = new CatalogWrites(jdbc, CatalogTables.SHADOW);
        this.versions = new SheetVersions(jdbc);
        this.outbox = outbox;
        this.news = news;
        this.search = search;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        var newest = NewestChanges.of(changes);
        var shadowed = gate.enter();
        var written = live.write(newest);
        if (shadowed) {
            shadow.write(newest);
        }
        news.written(written.discounts().values());
        announce(versions.grow(written.touched()), written.stores());
        return written.outcomes(changes);
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
