package io.discounts.service.catalog;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.discount.Discount;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Objects;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** Swaps while somebody else begins, ends or swaps as well. */
class OvertakenSwapTest {
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    private static OwnCatalog own;

    private CatalogChecksum live;

    @BeforeAll
    static void openSchema() {
        own = OwnCatalog.open(DevServers.running().database(), "overtaken");
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @BeforeEach
    void emptySchema() {
        own.empty();
        own.live().apply(published(discount("p:1", "old")));
        own.rebuild().begin();
        own.shadow().apply(published(discount("p:1", "new")));
        live = own.rebuild().live();
        own.outbox().payloads().clear();
    }

    @Test
    void doesNotMakeAShadowLiveThatWasBegunAnewBehindItsBack() {
        assertThat(swap(FIRST, () -> own.rebuild().begin())).isEqualTo(new SwapOutcome.Overtaken());

        assertThat(own.rebuild().live()).isEqualTo(live);
        assertThat(own.rebuild().compare().shadow().discounts().count()).isZero();
        assertThat(own.outbox().payloads()).isEmpty();
    }

    @Test
    void carriesNothingOverIntoAShadowThatWasBegunAnew() {
        own.rebuild().begin();

        assertThat(swap(FIRST, () -> own.rebuild().begin())).isEqualTo(new SwapOutcome.Overtaken());

        assertThat(own.rebuild().live()).isEqualTo(live);
        assertThat(own.rebuild().compare().shadow().discounts().count()).isZero();
    }

    @Test
    void isOvertakenAfterTheCarryingOverAsWell() {
        own.rebuild().begin();

        assertThat(swap(SECOND, () -> own.rebuild().begin())).isEqualTo(new SwapOutcome.Overtaken());

        assertThat(own.rebuild().live()).isEqualTo(live);
    }

    @Test
    void findsNoShadowThatWasEnded() {
        assertThat(swap(FIRST, () -> own.rebuild().end())).isEqualTo(new SwapOutcome.NotBegun());

        assertThat(own.rebuild().live()).isEqualTo(live);
    }

    @Test
    void doesNotUndoASwapThatWasFaster() {
        var shadow = own.rebuild().compare().shadow();

        assertThat(swap(FIRST, () -> assertThat(own.rebuild().swap()).isInstanceOf(SwapOutcome.Swapped.class)))
                .isEqualTo(new SwapOutcome.Overtaken());

        assertThat(own.rebuild().live()).isEqualTo(shadow);
        assertThat(own.outbox().payloads()).hasSize(1);
    }

    private static SwapOutcome swap(int before, Runnable intervention) {
        var manager = Objects.requireNonNull(own.transaction().getTransactionManager());
        var metrics = new CatalogMetrics(new SimpleMeterRegistry());
        return new JdbcCatalogRebuild(
                        own.jdbc(),
                        new InterveningTransactions(manager, before, intervention),
                        own.outbox(),
                        CandidateSearch.uncached(JdbcClient.create(own.jdbc()), metrics, CatalogTables.SHADOW))
                .swap();
    }

    private static Discount discount(String id, String label) {
        return aDiscount().id(id).label(label).inStores("s-1").build();
    }
}
