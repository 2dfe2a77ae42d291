package io.discounts.sample.promotion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A promotion as this monolith keeps it: so many hundredths of a percent off, in some of its stores.
 *
 * @param number its key, of four digits
 * @param version grows with each change
 * @param stores where it counts
 * @param basisPoints what is taken off, 1 to 10,000 hundredths of a percent: all sums stay integers
 * @param terms what else must be so
 * @param rank the greater comes first, then the smaller number
 * @param from inclusive
 * @param until exclusive; absent: no end
 */
public record Promotion(
        int number,
        long version,
        String title,
        Set<String> stores,
        int basisPoints,
        Terms terms,
        int rank,
        Instant from,
        @Nullable Instant until) {
    public Promotion {
        Require.that(number >= 1000 && number <= 9999, "a promotion's number has four digits");
        Require.that(!title.isBlank(), "a promotion needs a title");
        Require.that(basisPoints >= 1 && basisPoints <= 10_000, "basisPoints must be 1 to 10000");
        Require.that(until == null || !until.isBefore(from), "a promotion must not end before it begins");
        stores = Set.copyOf(stores);
    }

    /**
     * What must be so for it to count.
     *
     * @param category of the products it is for; absent: all products
     * @param minimum of the whole basket before any discount, in cents; 0 for none
     * @param hours in which it counts; absent: all day
     */
    public record Terms(
            @Nullable String category,
            long minimum,
            @Nullable Hours hours) {
        public static final Terms NONE = new Terms(null, 0, null);

        public Terms {
            Require.that(minimum >= 0, "minimum must not be negative");
        }
    }

    public Promotion with(int newBasisPoints, long newVersion) {
        return new Promotion(number, newVersion, title, stores, newBasisPoints, terms, rank, from, until);
    }

    public Promotion at(long newVersion) {
        return with(basisPoints, newVersion);
    }

    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
