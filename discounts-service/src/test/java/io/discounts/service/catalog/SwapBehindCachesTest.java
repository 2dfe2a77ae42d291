package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service's own catalog changes places. Everything in it is carried over, so other tests do not notice. */
@ServiceTest
class SwapBehindCachesTest {
    private static final Region GREECE = new Region("GR");
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final String store = "behind-caches-" + TESTS.incrementAndGet();

    @Autowired
    private DiscountCatalog served;

    @Autowired
    private CatalogRebuild rebuild;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RedisLink link;

    private CatalogFixture live;

    @BeforeEach
    void begin() {
        live = new CatalogFixture(served, transaction);
        live.apply(
                updated(new StoreFacts(GREECE, new StoreId(store), 1, null, null, null)), published(labelled("old")));
        await().untilAsserted(() -> assertThat(labels()).containsExactly("old"));
        rebuild.begin();
    }

    /** The floor would hold for sheets of low versions that other tests invent. */
    @AfterEach
    void end() {
        rebuild.end();
        link.writes().orElseThrow().del(RedisSheets.FLOOR).toCompletableFuture().join();
    }

    @Test
    void servesTheSwappedCatalogToWhoeverHadCachedTheOther() {
        new CatalogFixture(rebuild.shadow(), transaction).apply(published(labelled("new")));

        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);
        await().untilAsserted(() -> assertThat(labels()).containsExactly("new"));

        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);
        await().untilAsserted(() -> assertThat(labels()).containsExactly("old"));
    }

    @Test
    void goesOnServingChangesAfterASwap() {
        rebuild.swap();

        live.apply(published(aDiscount()
                .region(GREECE.code())
                .id("p:" + store)
                .version(2)
                .label("newer")
                .inStores(store)
                .build()));

        await().untilAsserted(() -> assertThat(labels()).containsExactly("newer"));
    }

    private List<String> labels() {
        return live.candidates(GREECE, store).getFirst().sheets().stream()
                .flatMap(sheet -> sheet.candidates().stream())
                .map(candidate -> candidate.discount().label())
                .filter(label -> List.of("old", "new", "newer").contains(label))
                .toList();
    }

    private Discount labelled(String label) {
        return aDiscount()
                .region(GREECE.code())
                .id("p:" + store)
                .label(label)
                .inStores(store)
                .build();
    }
}
