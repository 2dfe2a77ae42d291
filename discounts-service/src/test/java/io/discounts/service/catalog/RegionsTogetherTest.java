package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.json.DiscountJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** News of many regions comes at once: what they say is one statement's, and it reads no rows but theirs. */
@ServiceTest
class RegionsTogetherTest {
    private static final List<String> REGIONS = List.of("ES", "FR", "PT");
    private static final int OTHERS = 200;

    private static OwnCatalog own;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CatalogMetrics metrics = new CatalogMetrics(meters);

    @BeforeAll
    static void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "regions");
        var changes = new ArrayList<CatalogChange>();
        for (var region : REGIONS) {
            changes.add(discount(region, "p:first", "s-1"));
            changes.add(discount(region, "p:second", "s-2"));
            changes.add(updated(facts(region, "s-1")));
            for (int i = 0; i < OTHERS; i++) {
                changes.add(discount(region, "p:other-" + i, "other-" + i));
                changes.add(updated(facts(region, "other-" + i)));
            }
        }
        own.live().apply(changes);
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @Test
    void readsSheetsOfAllRegionsByOneStatement() {
        var asked = List.of(sheet("ES", "s-1"), sheet("FR", "s-2"), sheet("FR", "s-9"), sheet("PT", "s-1"));

        var found = new JdbcSheets(client(), metrics, CatalogTables.LIVE).load(asked);

        assertThat(found).hasSize(4);
        assertThat(ids(found, asked.get(0))).containsExactly("ES p:first");
        assertThat(ids(found, asked.get(1))).containsExactly("FR p:second");
        assertThat(ids(found, asked.get(2))).isEmpty();
        assertThat(ids(found, asked.get(3))).containsExactly("PT p:first");
        assertThat(statements("mysql-sheets")).isEqualTo(1);
    }

    @Test
    void readsStoresOfAllRegionsByOneStatement() {
        var asked = REGIONS.stream().map(region -> store(region, "s-1")).toList();
        var unknown = store("FR", "s-9");

        var found = new JdbcStores(client(), metrics, CatalogTables.LIVE)
                .load(Stream.concat(asked.stream(), Stream.of(unknown)).toList());

        assertThat(asked)
                .allSatisfy(key -> assertThat(found.get(key))
                        .extracting(stored -> stored.value().orElseThrow().city())
                        .isEqualTo("city in " + key.region()));
        assertThat(found.get(unknown)).extracting(Versioned::value).isEqualTo(Optional.empty());
        assertThat(statements("mysql-stores")).isEqualTo(1);
    }

    @Test
    void readsNoRowsThatWereNotAskedFor() {
        var sheets = REGIONS.stream().map(region -> sheet(region, "s-1")).toList();
        var stores = REGIONS.stream().map(region -> store(region, "s-1")).toList();

        assertThat(rowsRead(() -> new JdbcSheets(client(), metrics, CatalogTables.LIVE).load(sheets)))
                .isLessThan(40);
        assertThat(rowsRead(() -> new JdbcStores(client(), metrics, CatalogTables.LIVE).load(stores)))
                .isLessThan(20);
    }

    @Test
    void asksNothingAboutNothing() {
        assertThat(new JdbcSheets(client(), metrics, CatalogTables.LIVE).load(List.of()))
                .isEmpty();
        assertThat(new JdbcStores(client(), metrics, CatalogTables.LIVE).load(List.of()))
                .isEmpty();

        assertThat(statements("mysql-sheets") + statements("mysql-stores")).isZero();
    }

    private long rowsRead(Runnable load) {
        return Objects.requireNonNull(own.transaction().execute(status -> {
            var before = handlerReads();
            load.run();
            return handlerReads() - before;
        }));
    }

    private static long handlerReads() {
        return own
                .jdbc()
                .query(
                        "SHOW SESSION STATUS WHERE Variable_name IN"
                                + " ('Handler_read_key', 'Handler_read_next', 'Handler_read_rnd_next')",
                        (row, number) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long statements(String source) {
        return meters.get(CatalogMetrics.LOADS).tag("source", source).timer().count();
    }

    private static List<String> ids(Map<SheetKey, Versioned<RawSheet>> found, SheetKey key) {
        return Objects.requireNonNull(found.get(key)).value().bodies().stream()
                .map(DiscountJson::read)
                .map(discount -> discount.region() + " " + discount.id())
                .toList();
    }

    private static CatalogChange discount(String region, String id, String store) {
        return published(aDiscount().region(region).id(id).inStores(store).build());
    }

    private static StoreFacts facts(String region, String store) {
        return new StoreFacts(new Region(region), new StoreId(store), 1, "city in " + region, null, null);
    }

    private static SheetKey sheet(String region, String store) {
        return new SheetKey(new Region(region), ScopeKey.store(new StoreId(store)));
    }

    private static StoreKey store(String region, String store) {
        return new StoreKey(new Region(region), new StoreId(store));
    }

    private static JdbcClient client() {
        return JdbcClient.create(own.jdbc());
    }
}
