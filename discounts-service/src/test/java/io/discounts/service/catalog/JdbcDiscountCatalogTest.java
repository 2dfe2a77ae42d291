package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.outbox.Outbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.catalog.ChangeOutcome.APPLIED;
import static io.discounts.service.catalog.ChangeOutcome.OUTDATED;
import static org.assertj.core.api.Assertions.assertThat;

/** The truth, on the real database. Each test has a region's worth of names of its own. */
@ServiceTest
class JdbcDiscountCatalogTest {
    private static final Region ITALY = new Region("IT");
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private final List<String> told = new ArrayList<>();
    private CatalogFixture catalog;
    private String own;

    @BeforeEach
    void openCatalog() {
        var metrics = new CatalogMetrics(new SimpleMeterRegistry());
        var search = CandidateSearch.uncached(client, metrics, CatalogTables.LIVE);
        CatalogNews news = written -> written.forEach(put -> told.add(put.row().id() + "@" + put.version()));
        catalog = new CatalogFixture(new JdbcDiscountCatalog(jdbc, outbox, news, search), transaction);
        own = "jdbc-" + TESTS.incrementAndGet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "type", "brand", "city", "everywhere"})
    void findsADiscountByWhateverItsScopeNames(String kind) {
        var everywhere = "everywhere".equals(kind);
        var named = new StoreSet(
                "store".equals(kind) ? Set.of(new StoreId(own)) : Set.of(),
                "type".equals(kind) ? Set.of(own + "-type") : Set.of(),
                "brand".equals(kind) ? Set.of(own + "-brand") : Set.of(),
                "city".equals(kind) ? Set.of(own + "-city") : Set.of());
        var discount =
                discount(1).scope(new Scope(everywhere, named, StoreSet.NONE)).build();
        catalog.apply(updated(store(1)));

        assertThat(catalog.apply(published(discount))).containsExactly(APPLIED);
        assertThat(catalog.covering(ITALY, own)).containsExactly(discount.id() + "@1");

        assertThat(catalog.apply(withdrawn(discount, 2))).containsExactly(APPLIED);
        assertThat(catalog.covering(ITALY, own)).isEmpty();
    }

    @Test
    void knowsNothingOfAnUnknownStore() {
        var unknown = catalog.candidates(ITALY, "nowhere").getFirst();

        assertThat(unknown.facts()).isNull();
        assertThat(unknown.sheets()).isEmpty();
    }

    @Test
    void ignoresOlderAndEqualVersions() {
        catalog.apply(updated(store(1)), published(discount(5).build()));

        assertThat(catalog.apply(
                        published(discount(4).build()), published(discount(5).build())))
                .containsExactly(OUTDATED, OUTDATED);

        assertThat(catalog.covering(ITALY, own)).containsExactly("p:" + own + "@5");
    }

    @Test
    void appliesTheNewestOfABatch() {
        assertThat(catalog.apply(
                        updated(store(1)),
                        published(discount(1).build()),
                        published(discount(3).build()),
                        published(discount(2).build())))
                .containsExactly(APPLIED, OUTDATED, APPLIED, OUTDATED);

        assertThat(catalog.covering(ITALY, own)).containsExactly("p:" + own + "@3");
    }

    @Test
    void tellsOfWhatHasChangedAndOfNothingElse() {
        catalog.apply(
                updated(store(1)),
                published(discount(2).build()),
                published(discount(3).build()));
        catalog.apply(published(discount(3).build()), published(discount(1).build()));
        catalog.apply(withdrawn(discount(1).build(), 4));

        assertThat(told).containsExactly("p:" + own + "@3", "p:" + own + "@4");
    }

    @Test
    void leavesATombstoneThatOlderNewsCannotLift() {
        var discount = discount(1).build();
        catalog.apply(updated(store(1)), published(discount));

        catalog.apply(withdrawn(discount, 3));

        assertThat(catalog.apply(published(discount(2).build()))).containsExactly(OUTDATED);
        assertThat(catalog.covering(ITALY, own)).isEmpty();
        assertThat(catalog.apply(published(discount(4).build()))).containsExactly(APPLIED);
        assertThat(catalog.covering(ITALY, own)).containsExactly("p:" + own + "@4");
    }

    @Test
    void keepsATombstoneOfWhatItNeverSaw() {
        catalog.apply(updated(store(1)), withdrawn(discount(1).build(), 3));

        assertThat(catalog.apply(published(discount(2).build()))).containsExactly(OUTDATED);
    }

    @Test
    void movesADiscountBetweenScopeKeys() {
        catalog.apply(updated(store(1)), published(discount(1).build()));

        catalog.apply(published(discount(2).scope(ofBrand(own + "-brand")).build()));
        assertThat(catalog.covering(ITALY, own)).containsExactly("p:" + own + "@2");
        assertThat(scopeRows()).containsExactly("brand:" + own + "-brand");

        catalog.apply(published(discount(3).scope(ofBrand("another")).build()));
        assertThat(catalog.covering(ITALY, own)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"20 %\" off", "back\\slash \\' end", "für ñ, 半額 and 🍕"})
    void keepsEveryCharacterOfADiscount(String label) {
        catalog.apply(updated(store(1)));
        var discount = discount(1).label(label).inStores(own).build();

        catalog.apply(published(discount));

        assertThat(jdbc.queryForList("SELECT body FROM discount WHERE external_id = ?", byte[].class, own))
                .containsExactly(DiscountJson.write(discount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l'été", "back\\slash", "半額 🍕", "\"quoted\""})
    void findsADiscountByANameOfAnyCharacters(String brand) {
        catalog.apply(updated(new StoreFacts(ITALY, new StoreId(own), 1, null, null, own + brand)));

        catalog.apply(published(discount(1).scope(ofBrand(own + brand)).build()));
        assertThat(catalog.covering(ITALY, own)).hasSize(1);

        catalog.apply(withdrawn(discount(1).build(), 2));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM discount_scope WHERE external_id = ?", Long.class, own))
                .isZero();
    }

    @Test
    void tellsNamesApartToTheLastBlank() {
        catalog.apply(
                updated(new StoreFacts(ITALY, new StoreId(own), 1, null, null, own + " ")),
                updated(new StoreFacts(ITALY, new StoreId(own + "-b"), 1, null, null, own)),
                updated(new StoreFacts(ITALY, new StoreId(own + "-c"), 1, null, null, own.toUpperCase(Locale.ROOT))),
                published(discount(1).scope(ofBrand(own + " ")).build()));

        assertThat(catalog.covering(ITALY, own)).hasSize(1);
        assertThat(catalog.covering(ITALY, own + "-b")).isEmpty();
        assertThat(catalog.covering(ITALY, own + "-c")).isEmpty();
    }

    @Test
    void ignoresAScopeRowThatALostRaceLeftBehind() {
        catalog.apply(
                updated(store(1)),
                published(discount(1).scope(ofBrand("another")).build()));
        client.sql("INSERT INTO discount_scope (region, scope_key, provider, external_id) VALUES ('IT', ?, 'p', ?)")
                .params("store:" + own, own)
                .update();
        client.sql("INSERT INTO scope_sheet (region, scope_key, version) VALUES ('IT', ?, 1)")
                .params("store:" + own)
                .update();

        assertThat(catalog.covering(ITALY, own)).isEmpty();
    }

    @Test
    void guardsStoreFactsByVersionAsWell() {
        catalog.apply(updated(store(2)), published(discount(1).build()));

        assertThat(catalog.apply(updated(store(1)))).containsExactly(OUTDATED);
        catalog.apply(new StoreChange.Removed(new StoreId(own), ITALY, 3));
        assertThat(catalog.covering(ITALY, own)).isEmpty();

        assertThat(catalog.apply(updated(store(3)))).containsExactly(OUTDATED);
        assertThat(catalog.apply(updated(store(4)))).containsExactly(APPLIED);
        assertThat(catalog.covering(ITALY, own)).hasSize(1);
    }

    @Test
    void growsTheVersionOfEverySheetItTouches() {
        catalog.apply(updated(store(1)), published(discount(1).build()));
        var before = sheetVersion("store:" + own);

        catalog.apply(published(discount(2).scope(ofBrand(own)).build()));

        assertThat(sheetVersion("store:" + own)).isGreaterThan(before);
        assertThat(sheetVersion("brand:" + own)).isEqualTo(1);
    }

    @Test
    void reachesTheHighestVersionHoweverWritersRace() {
        catalog.apply(updated(store(1)));
        var random = new Random(7);
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (int writer = 0; writer < 6; writer++) {
            var changes = new ArrayList<CatalogChange>();
            for (int version = 1; version <= 24; version++) {
                for (int discount = 0; discount < 5; discount++) {
                    changes.add(published(racing(discount, version)));
                }
            }
            Collections.shuffle(changes, random);
            writers.add(CompletableFuture.runAsync(() -> applyInBatches(changes)));
        }
        writers.forEach(CompletableFuture::join);

        assertThat(catalog.covering(ITALY, own))
                .containsExactly(
                        "p:" + own + "-0@24",
                        "p:" + own + "-1@24",
                        "p:" + own + "-2@24",
                        "p:" + own + "-3@24",
                        "p:" + own + "-4@24");
    }

    /** Even versions cover the store by name, odd ones by brand, so that rows move all the time. */
    private Discount racing(int discount, int version) {
        var scope = version % 2 == 0 ? DiscountFixtures.stores(own) : ofBrand(own + "-brand");
        return discount(version).id("p:" + own + "-" + discount).scope(scope).build();
    }

    private void applyInBatches(List<CatalogChange> changes) {
        for (int from = 0; from < changes.size(); from += 20) {
            var batch = changes.subList(from, from + 20);
            var done = false;
            while (!done) {
                try {
                    catalog.apply(batch);
                    done = true;
                } catch (ConcurrencyFailureException lost) {
                    assertThat(lost).isNotNull();
                }
            }
        }
    }

    private List<String> scopeRows() {
        return client.sql("SELECT scope_key FROM discount_scope WHERE region = 'IT' AND external_id = ?")
                .params(own)
                .query((row, index) -> ScopeKeyBytes.read(row.getBytes(1)).written())
                .list();
    }

    private long sheetVersion(String key) {
        return client.sql("SELECT version FROM scope_sheet WHERE region = 'IT' AND scope_key = ?")
                .params(key)
                .query(Long.class)
                .single();
    }

    private StoreFacts store(long version) {
        return new StoreFacts(ITALY, new StoreId(own), version, own + "-city", own + "-type", own + "-brand");
    }

    private DiscountBuilder discount(long version) {
        return DiscountFixtures.aDiscount()
                .region("IT")
                .id("p:" + own)
                .version(version)
                .inStores(own);
    }

    private static Scope ofBrand(String brand) {
        return new Scope(false, new StoreSet(Set.of(), Set.of(), Set.of(brand), Set.of()), StoreSet.NONE);
    }
}
