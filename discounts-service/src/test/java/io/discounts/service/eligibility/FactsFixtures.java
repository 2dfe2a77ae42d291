package io.discounts.service.eligibility;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/** Facts in few words. */
public final class FactsFixtures {
    /** A Sunday noon in winter, one hour later in Madrid. */
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public static final Facts NOTHING_KNOWN = new Facts(Facts.Customer.UNKNOWN, Facts.Context.UNKNOWN, null, NOON);

    /** A prime customer with three orders, ordering by phone for delivery and paying by card. */
    public static final Facts ALL_KNOWN = new Facts(
            new Facts.Customer("c-1", Set.of("prime"), 3), new Facts.Context("ios", "delivery", "card"), null, NOON);

    private FactsFixtures() {}

    public static Facts at(String instant) {
        return new Facts(Facts.Customer.UNKNOWN, Facts.Context.UNKNOWN, null, Instant.parse(instant));
    }

    public static Facts customer(@Nullable String id, @Nullable Set<String> segments, @Nullable Integer orderCount) {
        return new Facts(new Facts.Customer(id, segments, orderCount), Facts.Context.UNKNOWN, null, NOON);
    }
}
