package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Validity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;

/**
 * A log of changes: some discounts and stores in two regions, each with several versions that move between scope keys,
 * end at different times, are withdrawn and come back. A version always says the same.
 */
record RandomCatalog(int discounts, int versions) {
    private static final List<Region> REGIONS = List.of(new Region("ES"), new Region("PT"));

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR_NANOS = Duration.ofDays(365).toNanos();

    List<CatalogChange> log() {
        var log = new ArrayList<CatalogChange>();
        for (int version = 1; version <= versions; version++) {
            for (int number = 0; number < discounts; number++) {
                log.add(discount(number, version));
                log.add(store(number, version));
            }
        }
        return log;
    }

    /** All of it, some of it twice, in any order. */
    List<CatalogChange> shuffledDuplicates(Random random) {
        var log = new ArrayList<>(log());
        log.addAll(log.subList(0, log.size() / 3));
        Collections.shuffle(log, random);
        return log;
    }

    private static CatalogChange discount(int number, int version) {
        var region = REGIONS.get(number % 2);
        var id = new DiscountId("p", "d-" + number);
        return (number + version) % 5 == 0
                ? new DiscountChange.Withdrawn(id, region, version)
                : new DiscountChange.Published(aDiscount()
                        .region(region.code())
                        .id(id.toString())
                        .version(version)
                        .label("version " + version)
                        .scope(scope(number, version))
                        .validity(validity(number, version))
                        .build());
    }

    /** Of half of the versions the end is the one before's; a quarter never ends. */
    private static Validity validity(int number, int version) {
        var random = new Random(37L * number + version / 2);
        var end = random.nextInt(4) == 0 ? null : BEGIN.plusNanos(random.nextLong(YEAR_NANOS));
        return new Validity(BEGIN, end);
    }

    private static Scope scope(int number, int version) {
        var random = new Random(31L * number + version);
        var stores = new HashSet<StoreId>();
        for (int i = random.nextInt(4); i > 0; i--) {
            stores.add(new StoreId("s-" + random.nextInt(20)));
        }
        return new Scope(
                false,
                new StoreSet(stores, Set.of("type-" + random.nextInt(3)), Set.of("brand-" + number % 4), Set.of()),
                StoreSet.NONE);
    }

    private static CatalogChange store(int number, int version) {
        var region = REGIONS.get(number % 2);
        var id = new StoreId("s-" + number);
        return (number + version) % 7 == 0
                ? new StoreChange.Removed(id, region, version)
                : new StoreChange.Updated(
                        new StoreFacts(region, id, version, "city-" + version, "type-" + number % 3, null));
    }
}
