package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** What caches go by when catalogs change places. */
@ServiceTest
class SheetGenerationsTest {
    private static final SheetKey EMPTIED = new SheetKey(SPAIN, ScopeKey.store(new StoreId("s-1")));
    private static final SheetKey UNKNOWN = new SheetKey(SPAIN, ScopeKey.store(new StoreId("s-9")));

    private OwnCatalog own;

    @BeforeEach
    void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "generations");
        own.rebuild().begin();
    }

    @AfterEach
    void closeSchema() {
        own.close();
    }

    @Test
    void makesEverySheetNewerThanAllOfTheOtherCatalog() {
        own.live().apply(published(discount(1)));
        own.live().apply(published(discount(2)));
        own.live().apply(withdrawn(discount(1), 3));
        for (int swap = 0; swap < 3; swap++) {
            var newest = Math.max(version(EMPTIED), version(UNKNOWN));

            own.rebuild().swap();

            assertThat(version(EMPTIED)).isGreaterThan(newest);
            assertThat(version(UNKNOWN)).isGreaterThan(newest);
        }
    }

    @Test
    void tellsOfASwapWithAVersionBetweenTheTwo() {
        own.live().apply(published(discount(1)));
        var before = version(EMPTIED);
        own.outbox().payloads().clear();

        own.rebuild().swap();

        var after = version(UNKNOWN);
        assertThat(own.outbox().invalidations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Invalidation.OfEverything.class,
                        everything -> assertThat(everything.version()).isBetween(before + 1, after));
    }

    @Test
    void tellsOfEachChangeWithTheVersionThatReadersFind() {
        own.rebuild().swap();
        own.outbox().payloads().clear();

        own.live().apply(published(discount(1)));

        assertThat(own.outbox().invalidations())
                .containsExactly(new Invalidation.OfSheet(
                        SPAIN,
                        EMPTIED.key(),
                        version(EMPTIED),
                        Set.of(discount(1).id())));
    }

    private long version(SheetKey key) {
        var sheets = new JdbcSheets(
                JdbcClient.create(own.jdbc()), new CatalogMetrics(new SimpleMeterRegistry()), CatalogTables.LIVE);
        return Objects.requireNonNull(sheets.load(List.of(key)).get(key)).version();
    }

    private static Discount discount(long version) {
        return aDiscount().id("p:1").version(version).inStores("s-1").build();
    }
}
