package io.discounts.sample.defects;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.search.Defect;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.ShadowOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Shops with and without defects, side by side, beside services that are five seconds late by the system's clock, while promotions
 * change all the time; the shadow as it is by default. {@code mvn -pl :discounts-sdk-sample -am test -Dtest=SeededDefectsRun
 * -Dsurefire.failIfNoSpecifiedTests=false -Dseconds=60} prints what was found, and fails unless it is what was seeded.
 */
class SeededDefectsRun {
    private static final Duration LAG = Duration.ofSeconds(5);
    private static final Duration LASTS = Duration.ofSeconds(Long.getLong("seconds", 30));
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(500);
    private static final int VISITS_BETWEEN_CHANGES = 5;
    /** What stays is watched for three minutes at most. */
    private static final Duration UNTIL_JUDGED = Duration.ofMinutes(4);

    private final Random random = new Random(7);

    @Test
    void findsWhatIsSeededAndNothingElse() {
        var shops = new LinkedHashMap<Set<Defect>, ShadowedShop>();
        try {
            shops.put(Set.of(), opened(Set.of()));
            for (var defect : Defect.values()) {
                shops.put(Set.of(defect), opened(Set.of(defect)));
            }
            shops.put(EnumSet.allOf(Defect.class), opened(EnumSet.allOf(Defect.class)));
            LockSupport.parkNanos(LAG.toNanos());
            visitWhilePromotionsChange(List.copyOf(shops.values()));
            shops.values().forEach(shop -> await().atMost(UNTIL_JUDGED).until(() -> shop.judged() == shop.calls()));
            shops.forEach((defects, shop) -> print(defects, shop));
            shops.forEach((defects, shop) -> judge(defects, shop.report()));
        } finally {
            shops.values().forEach(ShadowedShop::close);
        }
    }

    private static ShadowedShop opened(Set<Defect> defects) {
        var shop = new ShadowedShop(defects, Clock.systemUTC(), LAG, ShadowOptions.DEFAULTS);
        SeededDefectsTest.promotions(Clock.systemUTC().instant()).forEach(shop::has);
        return shop;
    }

    private void visitWhilePromotionsChange(List<ShadowedShop> shops) {
        var running =
                new ArrayList<>(SeededDefectsTest.promotions(Clock.systemUTC().instant()));
        running.removeIf(promotion -> !SeededDefectsTest.changes(promotion));
        var until = System.nanoTime() + LASTS.toNanos();
        for (var visit = 1; System.nanoTime() - until < 0; visit++) {
            if (visit % VISITS_BETWEEN_CHANGES == 0) {
                change(running, shops, visit);
            }
            for (var shop : shops) {
                shop.visit("c-" + visit);
            }
            LockSupport.parkNanos(BETWEEN_VISITS.toNanos());
        }
    }

    /** To a percentage that it never had, or away and back with the next change. */
    private void change(List<Promotion> running, List<ShadowedShop> shops, int visit) {
        var place = random.nextInt(running.size());
        var changed = running.get(place).with(running.get(place).basisPoints() + visit, visit);
        running.set(place, changed);
        var isGone = random.nextInt(4) == 0;
        for (var shop : shops) {
            if (isGone) {
                shop.lacks(changed);
            } else {
                shop.has(changed);
            }
        }
    }

    private static void judge(Set<Defect> defects, Report report) {
        var found = Found.in(report, Verdict.DEFECT);
        assertThat(Found.of(defects)).as("all that may be found of %s", defects).containsAll(found);
        var places = Found.placesIn(report, Verdict.DEFECT);
        for (var defect : defects) {
            assertThat(places).as("%s", defect).containsAll(Found.signsOf(defect));
        }
        assertThat(Found.in(report, Verdict.LAG)).as("lag beside %s", defects).isNotEmpty();
    }

    private static void print(Set<Defect> defects, ShadowedShop shop) {
        System.out.printf(
                "%n%s: %d calls, %s%n", defects.isEmpty() ? "no defect" : defects, shop.calls(), counts(shop));
        shop.report().mismatches().stream()
                .filter(mismatch -> mismatch.verdict() != Verdict.LAG)
                .forEach(mismatch -> System.out.printf(
                        "  %-9s %-8s %-7s %-32s %4d calls, %s%n",
                        mismatch.verdict(),
                        mismatch.operation(),
                        mismatch.kind(),
                        mismatch.field(),
                        mismatch.calls(),
                        example(mismatch)));
    }

    private static Map<String, Long> counts(ShadowedShop shop) {
        var counts = new LinkedHashMap<String, Long>();
        for (var segment : shop.report().segments()) {
            var compared = segment.comparisons();
            counts.merge("matched", compared.matched(), Long::sum);
            counts.merge("lag", compared.lag(), Long::sum);
            counts.merge("noise", compared.noise(), Long::sum);
            counts.merge("undecided", compared.undecided(), Long::sum);
            counts.merge("defects", compared.defects(), Long::sum);
            counts.merge("incomparable", compared.incomparable(), Long::sum);
        }
        return counts;
    }

    private static String example(MismatchClass mismatch) {
        return mismatch.examples().stream()
                .limit(1)
                .map(one -> one.pointer() + ": " + shortened(one.control()) + " / " + shortened(one.candidate()))
                .collect(Collectors.joining());
    }

    private static String shortened(@Nullable String value) {
        return value == null ? "-" : value.length() > 30 ? value.substring(0, 29) + "…" : value;
    }
}
