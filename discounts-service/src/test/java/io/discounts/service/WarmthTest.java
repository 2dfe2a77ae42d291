package io.discounts.service;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a search of 200 stores costs behind the caches. */
@ServiceTest
class WarmthTest {
    /** One is asked for cold, and the next if what others have left near was renewed at that very moment. */
    private static final List<String[]> SCREENS =
            List.of(names("warm-a-", 200), names("warm-b-", 200), names("warm-c-", 200));

    private static final String[] PROBES = names("probe-", 100);
    private static final Loads COLD = new Loads(1, 2);
    private static final Loads WARM = new Loads(0, 0);

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
        SCREENS.forEach(stores -> events.publishStores(IntStream.range(0, stores.length)
                .mapToObj(i -> store(stores[i], i))
                .toList()));
        events.publishStores(Stream.of(PROBES).map(WarmthTest::probe).toList());
        for (var stores : SCREENS) {
            events.publish(aDiscount()
                    .region("PT")
                    .id("marketing-campaigns:" + stores[0])
                    .inStores(stores)
                    .build());
        }
        await().until(this::allAreKept);
        awaitEveryLevelAsked();
    }

    /** Asked past the caches, for they are to be cold. */
    private boolean allAreKept() {
        var stores = jdbc.sql(
                        "SELECT COUNT(*) FROM store WHERE region = 'PT' AND (store_id LIKE 'warm-%' OR store_id LIKE 'probe-%')")
                .query(Long.class)
                .single();
        var discounts = jdbc.sql("SELECT COUNT(*) FROM discount WHERE region = 'PT' AND external_id LIKE 'warm-%'")
                .query(Long.class)
                .single();
        return stores == SCREENS.stream().mapToInt(screen -> screen.length).sum() + PROBES.length
                && discounts == SCREENS.size();
    }

    /** A test before this may have left a breaker open. */
    private void awaitEveryLevelAsked() {
        var asked = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var before = loads();
            service.search("PT", PROBES[asked.getAndIncrement() % PROBES.length]);
            assertThat(loads().since(before)).isEqualTo(COLD);
        });
    }

    @Test
    void asksEachStoreBehindTheCachesOnceWhenColdAndNoneWhenWarm() {
        var screens = SCREENS.iterator();
        await().untilAsserted(() -> {
            var stores = screens.next();
            var before = loads();

            var cold = service.search("PT", stores).get("stores");

            assertThat(loads().since(before)).isEqualTo(COLD);
            assertThat(cold).hasSize(stores.length);
            assertThat(cold)
                    .allSatisfy(
                            store -> assertThat(store.get("discountIds").size()).isEqualTo(1));
            assertWarm(stores, cold);
        });
    }

    /** At the first try, unless what is near has grown old meanwhile or a connection has only now come back. */
    private void assertWarm(String[] stores, JsonNode expected) {
        await().untilAsserted(() -> {
            var before = loads();
            assertThat(service.search("PT", stores).get("stores")).isEqualTo(expected);
            assertThat(loads().since(before)).isEqualTo(WARM);
        });
    }

    private static StoreFacts store(String name, int i) {
        return new StoreFacts(
                new Region("PT"),
                new StoreId(name),
                1,
                "warm-city-" + i % 7,
                "warm-type-" + i % 5,
                "warm-brand-" + i % 11);
    }

    /** Shares no sheet with any other store. */
    private static StoreFacts probe(String name) {
        return new StoreFacts(new Region("PT"), new StoreId(name), 1, name, name, name);
    }

    private static String[] names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private record Loads(long redis, long mysql) {
        Loads since(Loads before) {
            return new Loads(redis - before.redis, mysql - before.mysql);
        }
    }

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
