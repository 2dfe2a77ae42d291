package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.CatalogChange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Writers and readers go on while catalogs change places. */
@ServiceTest
class SwapUnderLoadTest {
    private static final int SWAPS = 6;

    private static OwnCatalog own;

    @BeforeAll
    static void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "load");
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @BeforeEach
    void emptySchema() {
        own.empty();
    }

    @Test
    void losesNoWriteThatArrivesWhileCatalogsChangePlaces() {
        var log = new RandomCatalog(30, 12);
        own.rebuild().begin();
        var writers = IntStream.range(0, 3)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> applyAll(own.live(), log.shuffledDuplicates(new Random(writer)))))
                .toList();
        var replay = CompletableFuture.runAsync(() -> applyAll(own.shadow(), log.shuffledDuplicates(new Random(9))));

        var swapped = swapWhile(CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)));
        replay.join();

        assertThat(swapped).isPositive();
        var both = own.rebuild().compare();
        assertThat(both.shadow()).isEqualTo(both.live());
        assertThat(both.live()).isEqualTo(expected(log));
    }

    @Test
    void showsReadersTheOneOrTheOtherCatalogAndNeverAMixture() {
        fill(own.live(), "old");
        own.rebuild().begin();
        fill(own.shadow(), "new");
        var done = new AtomicBoolean();
        var reads = new AtomicInteger();
        var seen = ConcurrentHashMap.<String>newKeySet();
        var reader = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                var labels = new HashSet<>(labels());
                assertThat(labels).hasSize(1);
                seen.addAll(labels);
                reads.incrementAndGet();
            }
        });

        for (int swap = 0; swap < SWAPS; swap++) {
            var before = reads.get();
            while (!(own.rebuild().swap() instanceof SwapOutcome.Swapped)) {}
            await().until(() -> reader.isDone() || reads.get() > before + 1);
        }
        done.set(true);
        reader.join();

        assertThat(seen).containsExactlyInAnyOrder("old", "new");
    }

    /** In a table of a few rows, which a database would rather read from end to end. */
    @Test
    void waitsForNoRowThatItDoesNotWrite() {
        fill(own.live(), "small");

        own.transaction().executeWithoutResult(status -> {
            own.live()
                    .catalog()
                    .apply(List.of(published(aDiscount().id("p:1").version(2).build())));
            var other = CompletableFuture.runAsync(() -> own.live()
                    .apply(
                            published(aDiscount()
                                    .id("p:2")
                                    .version(2)
                                    .inStores("s-2")
                                    .build()),
                            published(aDiscount().id("p:new").inStores("s-2").build())));
            await().atMost(Duration.ofMinutes(1)).until(other::isDone);
            other.join();
        });

        assertThat(own.live().covering(SPAIN, "s-1")).contains("p:1@2");
    }

    @Test
    void leavesNoScopeRowBehindHoweverWritersRaceForNewDiscounts() {
        var log = new RandomCatalog(60, 8);
        var writers = IntStream.range(0, 5)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> applyAll(own.live(), log.shuffledDuplicates(new Random(writer)))))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(own.rebuild().live()).isEqualTo(expected(log));
    }

    /** What one writer makes of the log in a shadow of its own. */
    private static CatalogChecksum expected(RandomCatalog log) {
        own.rebuild().begin();
        OwnCatalog.applyInBatches(own.shadow(), log.log(), 100);
        return own.rebuild().compare().shadow();
    }

    /** Some swaps while writers write. */
    private static int swapWhile(CompletableFuture<Void> writing) {
        var swapped = 0;
        while (!writing.isDone() && swapped < SWAPS) {
            if (own.rebuild().swap() instanceof SwapOutcome.Swapped) {
                swapped++;
            }
        }
        writing.join();
        return swapped;
    }

    private static void applyAll(CatalogFixture catalog, List<CatalogChange> changes) {
        for (var batch : Chunks.of(changes, 20)) {
            for (var applied = false; !applied; ) {
                try {
                    catalog.apply(batch);
                    applied = true;
                } catch (ConcurrencyFailureException lost) {
                    assertThat(lost).isNotNull();
                }
            }
        }
    }

    private static void fill(CatalogFixture catalog, String label) {
        var changes = new ArrayList<CatalogChange>();
        changes.add(updated(aStore("s-1", "MAD", "pizza", "b")));
        for (int i = 0; i < 40; i++) {
            var discount = aDiscount().id("p:" + i).label(label);
            changes.add(published(i % 2 == 0 ? discount.inStores("s-1").build() : discount.build()));
        }
        catalog.apply(changes);
    }

    private static List<String> labels() {
        return own.live().candidates(SPAIN, "s-1").getFirst().sheets().stream()
                .flatMap(sheet -> sheet.candidates().stream())
                .map(candidate -> candidate.discount().label())
                .toList();
    }
}
