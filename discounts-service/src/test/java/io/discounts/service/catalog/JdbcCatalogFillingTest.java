package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.catalog.ChangeOutcome.APPLIED;
import static io.discounts.service.catalog.ChangeOutcome.OUTDATED;
import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;

/** Filling a live catalog while others may write to it, on the real database, in a schema of its own. */
@ServiceTest
class JdbcCatalogFillingTest {
    private static final SheetKey SHEET = new SheetKey(SPAIN, ScopeKey.store(new StoreId("s-1")));
    private static OwnCatalog own;

    private CatalogFilling filling;
    private CatalogFixture filled;

    @BeforeAll
    static void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "filling");
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @BeforeEach
    void emptySchema() {
        own.empty();
        var search = CandidateSearch.uncached(JdbcClient.create(own.jdbc()), metrics(), CatalogTables.LIVE);
        filling = new JdbcCatalogFilling(
                own.jdbc(), own.transaction(), own.outbox(), JdbcDiscountCatalog.unannounced(own.jdbc(), search));
        filled = new CatalogFixture(filling.catalog(), own.transaction());
    }

    @Test
    void knowsWhetherThereIsAnythingToReplace() {
        assertThat(filling.isEmpty()).isTrue();

        filled.apply(updated(aStore("s-1")));
        assertThat(filling.isEmpty()).as("stores alone are no catalog").isTrue();

        filled.apply(withdrawn(discount(1), 2));
        assertThat(filling.isEmpty()).as("a tombstone would be forgotten").isFalse();
    }

    @Test
    void writesWhatIsWrittenOtherwiseAndTellsNobody() {
        filled.apply(updated(aStore("s-1")), published(discount(3)));

        assertThat(own.outbox().payloads()).isEmpty();
        assertThat(own.told()).isEmpty();
        assertThat(filled.covering(SPAIN, "s-1")).containsExactly("p:1@3");
        var bySilence = own.rebuild().live();
        own.empty();
        own.live().apply(updated(aStore("s-1")), published(discount(3)));
        assertThat(own.rebuild().live()).isEqualTo(bySilence);
    }

    @Test
    void makesEverySheetNewerOnceItIsAnnounced() {
        own.live().apply(published(discount(1)));
        var before = version();
        own.outbox().payloads().clear();
        filled.apply(published(discount(2)));

        filling.announce();

        assertThat(version()).isGreaterThan(before);
        assertThat(own.outbox().invalidations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Invalidation.OfEverything.class,
                        everything -> assertThat(everything.version()).isBetween(before + 1, version()));
    }

    @Test
    void letsVersionsDecideBetweenTheFillingAndOthers() {
        own.live().apply(published(discount(5)));

        assertThat(filled.apply(published(discount(4)))).containsExactly(OUTDATED);
        assertThat(filled.apply(published(discount(6)))).containsExactly(APPLIED);
        assertThat(own.live().apply(published(discount(6)))).containsExactly(OUTDATED);
        assertThat(own.live().apply(withdrawn(discount(6), 7))).containsExactly(APPLIED);
        assertThat(filled.apply(published(discount(6)))).containsExactly(OUTDATED);
    }

    @Test
    void tellsOfLaterChangesInNewerVersions() {
        filled.apply(published(discount(1)));
        filling.announce();
        var announced = version();

        own.live().apply(published(discount(2)));

        assertThat(version()).isGreaterThan(announced);
        assertThat(own.outbox().invalidations())
                .last()
                .isEqualTo(new Invalidation.OfSheet(
                        SPAIN, SHEET.key(), version(), Set.of(discount(2).id())));
    }

    @Test
    void fillsTheShadowAsWell() {
        own.rebuild().begin();

        filled.apply(published(discount(1)));

        var both = own.rebuild().compare();
        assertThat(both.shadow()).isEqualTo(both.live());
    }

    private static long version() {
        var sheets = new JdbcSheets(JdbcClient.create(own.jdbc()), metrics(), CatalogTables.LIVE);
        return Objects.requireNonNull(sheets.load(List.of(SHEET)).get(SHEET)).version();
    }

    private static CatalogMetrics metrics() {
        return new CatalogMetrics(new SimpleMeterRegistry());
    }

    private static Discount discount(long version) {
        return aDiscount().id("p:1").version(version).inStores("s-1").build();
    }
}
