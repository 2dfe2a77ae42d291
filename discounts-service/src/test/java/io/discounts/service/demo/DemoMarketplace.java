package io.discounts.service.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that the providers have published by the time the demo starts. The same seed and start make the same events, byte
 * for byte.
 */
final class DemoMarketplace {
    static final int STORES = 2_000;
    static final int DISCOUNTS = 20_000;

    private final long seed;
    private final Instant start;
    private final List<DemoStore> stores;
    private final DemoDiscounts discounts;

    DemoMarketplace(long seed, Instant start) {
        this.seed = seed;
        this.start = start.truncatedTo(ChronoUnit.MILLIS);
        this.stores = DemoStore.some(seed, STORES);
        this.discounts = new DemoDiscounts(seed, this.start, new DemoScopes(stores));
    }

    List<DemoStore> stores() {
        return stores;
    }

    Stream<DemoEvent> storeEvents() {
        return stores.stream().map(store -> store.updated(start));
    }

    Stream<DemoEvent> discountEvents() {
        return IntStream.range(0, DISCOUNTS).mapToObj(number -> discounts.published(number, 1, start));
    }

    /** What changes from here on, one event after the other. */
    DemoChanges changes() {
        return new DemoChanges(discounts, Dice.of(seed, "changes"), DISCOUNTS);
    }
}
