package io.discounts.service;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a search of 200 stores costs behind the caches. */
@ServiceTest
class WarmthTest {
    private static final String[] STORES =
            IntStream.range(0, 200).mapToObj(i -> "warm-" + i).toArray(String[]::new);

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openStores() {
        events.publishStores(
                IntStream.range(0, STORES.length).mapToObj(WarmthTest::store).toList());
        events.publish(aDiscount()
                .region("PT")
                .id("marketing-campaigns:warm")
                .inStores(STORES)
                .build());
        await().atMost(Duration.ofSeconds(30)).until(this::allAreKept);
    }

    /** Asked past the caches, for they are to be cold. */
    private boolean allAreKept() {
        var stores = jdbc.sql("SELECT COUNT(*) FROM store WHERE region = 'PT' AND store_id LIKE 'warm-%'")
                .query(Long.class)
                .single();
        var discounts = jdbc.sql("SELECT COUNT(*) FROM discount WHERE region = 'PT' AND external_id = 'warm'")
                .query(Long.class)
                .single();
        return stores == STORES.length && discounts == 1;
    }

    @Test
    void asksEachStoreBehindTheCachesOnceWhenColdAndNoneWhenWarm() {
        var start = loads();

        var cold = service.search("PT", STORES);
        var afterCold = loads();
        var warm = service.search("PT", STORES);
        var afterWarm = loads();

        assertThat(cold.get("stores")).isEqualTo(warm.get("stores")).hasSize(200);
        assertThat(cold.get("stores"))
                .allSatisfy(store -> assertThat(store.get("discountIds").size()).isEqualTo(1));
        assertThat(afterCold.redis() - start.redis()).isEqualTo(1);
        assertThat(afterCold.mysql() - start.mysql()).isEqualTo(2);
        assertThat(afterWarm).isEqualTo(afterCold);
    }

    private static StoreFacts store(int i) {
        return new StoreFacts(
                new Region("PT"),
                new StoreId(STORES[i]),
                1,
                "warm-city-" + i % 7,
                "warm-type-" + i % 5,
                "warm-brand-" + i % 11);
    }

    private record Loads(long redis, long mysql) {}

    private Loads loads() {
        return new Loads(count("redis"), count("mysql-sheets") + count("mysql-stores"));
    }

    private long count(String source) {
        return meters.get("discounts.catalog.loads")
                .tag("source", source)
                .timer()
                .count();
    }
}
