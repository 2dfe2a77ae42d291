package io.discounts.sample.defects;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.search.Defect;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.LagOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The search with its seeded defects beside a service that is right, and late. The clock is halted while the shop is visited, so
 * that the service is behind for certain. {@link SeededDefectsRun} does the same with five seconds by the system's clock.
 */
class SeededDefectsTest {
    private static final Duration LAG = Duration.ofMillis(100);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final int VISITS = 2;

    /** What comes and goes cannot be told from lag where it is seen alone: these show what is seeded. */
    private static final Set<Integer> UNCHANGING = Set.of(2004, 2006);

    /** Evaluations in their stores, which are alike however late the service is. */
    private static final int ALIKE = VISITS * UNCHANGING.size();

    private static final ShadowOptions SHADOW = ShadowOptions.DEFAULTS
            .withDeadline(PATIENT)
            .withLongestWait(PATIENT)
            .with(LagOptions.DEFAULTS.withSlack(Duration.ofMillis(20)).withEarliest(Duration.ofMillis(10)));

    private final HaltedClock clock = new HaltedClock();

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        try (var shop = opened(Set.of(), Duration.ZERO)) {
            visited(shop);

            assertThat(shop.report().mismatches()).isEmpty();
            assertThat(count(shop, segment -> segment.comparisons().matched())).isEqualTo(shop.calls());
        }
    }

    @Test
    void lagIsNoDefect() {
        try (var shop = opened(Set.of(), LAG)) {
            visitedWhileTheServiceIsBehind(shop);

            assertThat(Found.in(shop.report(), Verdict.LAG)).isNotEmpty();
            assertThat(shop.report().mismatches()).allMatch(mismatch -> mismatch.verdict() == Verdict.LAG);
            assertThat(count(shop, segment -> segment.comparisons().lag())).isEqualTo(shop.calls() - ALIKE);
            assertThat(count(shop, segment -> segment.comparisons().matched())).isEqualTo(ALIKE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefectIsFoundAndClassified(Defect defect) {
        try (var shop = opened(Set.of(defect), Duration.ZERO)) {
            visited(shop);

            assertThat(Found.in(shop.report(), Verdict.DEFECT)).isEqualTo(Found.of(defect));
            assertThat(Found.placesIn(shop.report(), Verdict.DEFECT)).containsAll(Found.signsOf(defect));
            assertThat(shop.report().mismatches()).allMatch(mismatch -> mismatch.verdict() == Verdict.DEFECT);
        }
    }

    @Test
    void allDefectsAreFoundInTheMidstOfLagAndLagIsNotTakenForOne() {
        var all = EnumSet.allOf(Defect.class);
        try (var shop = opened(all, LAG)) {
            visitedWhileTheServiceIsBehind(shop);

            var found = Found.in(shop.report(), Verdict.DEFECT);
            assertThat(Found.of(all)).containsAll(found);
            var places = Found.placesIn(shop.report(), Verdict.DEFECT);
            all.forEach(defect -> assertThat(places).containsAll(Found.signsOf(defect)));
        }
    }

    private ShadowedShop opened(Set<Defect> defects, Duration lag) {
        var shop = new ShadowedShop(defects, clock, lag, SHADOW);
        promotions(clock.instant()).forEach(shop::has);
        // From now on the service knows of them, however late it is.
        var known = clock.instant().plus(lag);
        await().pollInterval(Duration.ofMillis(5)).until(() -> clock.instant().isAfter(known));
        return shop;
    }

    private static void visited(ShadowedShop shop) {
        visit(shop);
        await().atMost(PATIENT).until(() -> shop.judged() == shop.calls());
    }

    private void visitedWhileTheServiceIsBehind(ShadowedShop shop) {
        clock.halt();
        promotions(clock.instant()).stream()
                .filter(SeededDefectsTest::changes)
                .forEach(promotion -> shop.has(promotion.with(promotion.basisPoints() + 100, 2)));
        visit(shop);
        // Each was compared, and asked again in vain.
        await().atMost(PATIENT).until(() -> shop.requests() >= 3 * shop.calls());
        clock.goOn();
        await().atMost(PATIENT).until(() -> shop.judged() == shop.calls());
    }

    private static void visit(ShadowedShop shop) {
        for (var visit = 0; visit < VISITS; visit++) {
            shop.visit("c-" + visit);
        }
    }

    private static long count(ShadowedShop shop, ToLongFunction<Segment> counted) {
        return shop.report().segments().stream().mapToLong(counted).sum();
    }

    /** All but what has ended and what shows the rounding whatever else happens. */
    static boolean changes(Promotion promotion) {
        return promotion.until() == null && !UNCHANGING.contains(promotion.number());
    }

    static List<Promotion> promotions(Instant now) {
        return List.of(
                promotion(2001, 1250, 10, "ad-1"),
                promotion(2002, 2000, 20, "ad-2"),
                promotion(2003, 500, 5, "ad-1", "ad-2"),
                promotion(2004, 750, 30, "ad-4"),
                promotion(2006, 3333, 10, "ad-3"),
                new Promotion(
                        2005,
                        1,
                        "Ended an hour ago",
                        Set.of("ad-1"),
                        2500,
                        Promotion.Terms.NONE,
                        40,
                        now.minus(Duration.ofDays(30)),
                        now.minus(Duration.ofHours(1))));
    }

    private static Promotion promotion(int number, int basisPoints, int rank, String... stores) {
        return new Promotion(
                number,
                1,
                "Promotion " + number,
                Set.of(stores),
                basisPoints,
                Promotion.Terms.NONE,
                rank,
                Instant.EPOCH,
                null);
    }
}
