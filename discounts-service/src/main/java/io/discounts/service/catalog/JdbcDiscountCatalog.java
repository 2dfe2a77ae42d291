package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.outbox.Outbox;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The catalog as MySQL holds it: the truth, at the price of two statements for each search. While there is a shadow it gets
 * every change as well.
 */
final class JdbcDiscountCatalog implements DiscountCatalog {
    private final CatalogGate gate;
    private final CatalogWrites live;
    private final CatalogWrites shadow;
    private final Consumer<CatalogWrites.Written> announcement;
    private final CandidateSearch search;

    private JdbcDiscountCatalog(
            JdbcTemplate jdbc, Consumer<CatalogWrites.Written> announcement, CandidateSearch search) {
        this.gate = new CatalogGate(jdbc);
        this.live = new CatalogWrites(jdbc, CatalogTables.LIVE);
        this.shadow = new CatalogWrites(jdbc, CatalogTables.SHADOW);
        this.announcement = announcement;
        this.search = search;
    }

    /** Tells of each change, in its transaction. */
    JdbcDiscountCatalog(JdbcTemplate jdbc, Outbox outbox, CatalogNews news, CandidateSearch search) {
        this(jdbc, new Announcement(new SheetVersions(jdbc), outbox, news), search);
    }

    /** Tells nobody of any change: the same rows by the same rules, for those who announce all of them at once. */
    static JdbcDiscountCatalog unannounced(JdbcTemplate jdbc, CandidateSearch search) {
        return new JdbcDiscountCatalog(jdbc, written -> {}, search);
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        var newest = NewestChanges.of(changes);
        var shadowed = gate.enter();
        var written = live.write(newest);
        if (shadowed) {
            shadow.write(newest);
        }
        announcement.accept(written);
        return written.outcomes(changes);
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
        try {
            return search.find(region, stores);
        } catch (DataAccessException away) {
            return new CandidateLookup.Unavailable("the database does not answer");
        }
    }
}
