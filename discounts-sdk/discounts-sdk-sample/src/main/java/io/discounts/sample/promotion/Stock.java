package io.discounts.sample.promotion;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** The promotions that the shop opens with. */
public final class Stock {
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

    private static final Hours LUNCH = new Hours(EVERY_DAY, LocalTime.of(12, 0), LocalTime.of(16, 0));
    private static final Hours OUTSIDE_LUNCH = new Hours(EVERY_DAY, LocalTime.of(0, 0), LocalTime.of(12, 0));

    private final Instant opening;

    private Stock(Instant opening) {
        this.opening = opening;
    }

    /** As of this moment; one of them has ended an hour before. The moment is their version as well, in milliseconds. */
    public static List<Promotion> asOf(Instant opening) {
        var stock = new Stock(opening);
        return List.of(
                stock.of(1001, "12.5% off everything", 1250, 10, Promotion.Terms.NONE, "ad-1"),
                stock.of(1002, "20% off pizzas from 15 EUR", 2000, 20, of("pizza", 1500, null), "ad-2"),
                stock.of(1003, "5% off everything", 500, 5, Promotion.Terms.NONE, "ad-2", "ad-4"),
                stock.of(1004, "10% off drinks", 1000, 15, of("drink", 0, null), "ad-1", "ad-2", "ad-4"),
                stock.of(1005, "A third off care", 3333, 10, of("care", 0, null), "ad-3"),
                stock.of(1006, "Lunch: 15% off sushi", 1500, 30, of("sushi", 0, LUNCH), "ad-4"),
                stock.of(1007, "Morning: 7.5% off sushi", 750, 30, of("sushi", 0, OUTSIDE_LUNCH), "ad-4"),
                stock.ended(1008, "Last week: 25% off everything", 2500, 40, "ad-1"));
    }

    private static Promotion.Terms of(String category, long minimum, @Nullable Hours hours) {
        return new Promotion.Terms(category, minimum, hours);
    }

    private Promotion of(int number, String title, int basisPoints, int rank, Promotion.Terms terms, String... stores) {
        return new Promotion(
                number,
                opening.toEpochMilli(),
                title,
                Set.of(stores),
                basisPoints,
                terms,
                rank,
                opening.minus(Duration.ofDays(30)),
                null);
    }

    private Promotion ended(int number, String title, int basisPoints, int rank, String store) {
        var endless = of(number, title, basisPoints, rank, Promotion.Terms.NONE, store);
        return new Promotion(
                number,
                endless.version(),
                title,
                endless.stores(),
                basisPoints,
                endless.terms(),
                rank,
                endless.from(),
                opening.minus(Duration.ofHours(1)));
    }
}
