package io.discounts.service.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the providers of a marketplace publish, first everything and then changes. The same seed and times make the same
 * events, byte for byte.
 */
final class DemoMarketplace {
    static final int STORES = 2_000;
    static final int DISCOUNTS = 20_000;

    private final long seed;
    private final List<DemoStore> stores;
    private final int discountCount;
    private final DemoDiscounts discounts;

    DemoMarketplace(long seed, Instant start) {
        this(seed, start, STORES, DISCOUNTS);
    }

    /** One of another size, with no fewer stores than {@link DemoRegion#weighted()} has entries. */
    DemoMarketplace(long seed, Instant start, int stores, int discounts) {
        this.seed = seed;
        this.stores = DemoStore.some(seed, stores);
        this.discountCount = discounts;
        this.discounts = new DemoDiscounts(discounts, seed, start, new DemoScopes(this.stores));
    }

    List<DemoStore> stores() {
        return stores;
    }

    /** All events of one region as they are published now, the stores first. */
    Stream<DemoEvent> events(DemoRegion region, Instant now) {
        var ofStores =
                stores.stream().filter(store -> store.region().equals(region)).map(store -> store.updated(now));
        var ofDiscounts = discounts.numbersOf(region).mapToObj(number -> discounts.published(number, 1, now));
        return Stream.concat(ofStores, ofDiscounts);
    }

    /** What changes from here on, one event after the other. */
    DemoChanges changes() {
        return new DemoChanges(discounts, Dice.of(seed, "changes"), discountCount);
    }
}
