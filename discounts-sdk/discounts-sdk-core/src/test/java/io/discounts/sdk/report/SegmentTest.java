package io.discounts.sdk.report;

import io.discounts.sdk.Operation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentTest {
    private static final Latency FAST = latency(Duration.ofMillis(20));

    @Test
    void mayGoFurtherAfterThreeThousandComparisonsWithoutADefect() {
        assertThat(segment(new Comparisons(3_000, 0, 0, 0, 0, 0, 0)).mayGoFurther())
                .isTrue();
    }

    @Test
    void saysHowManyCleanComparisonsAreMissing() {
        var segment = segment(new Comparisons(2_000, 0, 0, 0, 0, 0, 0));

        assertThat(segment.obstacles()).singleElement().satisfies(obstacle -> {
            var missing = ((Obstacle.DefectsNotExcluded) obstacle).cleanComparisonsMissing();
            assertThat(segment(new Comparisons(2_000 + missing, 0, 0, 0, 0, 0, 0))
                            .mayGoFurther())
                    .isTrue();
            assertThat(segment(new Comparisons(1_999 + missing, 0, 0, 0, 0, 0, 0))
                            .mayGoFurther())
                    .isFalse();
        });
    }

    @Property(tries = 50)
    void countsMissingComparisonsToTheLast(@ForAll @IntRange(max = 40) int defects) {
        var enough = DefectRate.comparisonsFor(defects, 0.001);

        assertThat(DefectRate.of(defects, enough).upperBound()).isLessThanOrEqualTo(0.001);
        assertThat(DefectRate.of(defects, enough - 1).upperBound()).isGreaterThan(0.001);
    }

    @Test
    void aFewComparisonsSayNothing() {
        assertThat(segment(new Comparisons(10, 0, 0, 0, 0, 0, 0)).obstacles())
                .hasAtLeastOneElementOfType(Obstacle.TooFewComparisons.class);
    }

    @Test
    void whatIsUndecidedCountsAsADefectAndLagDoesNot() {
        assertThat(segment(new Comparisons(10_000, 0, 0, 20, 0, 0, 0)).obstacles())
                .containsExactly(new Obstacle.TooManyDefects(20 / 10_020.0, 0.001));
        assertThat(segment(new Comparisons(10_000, 9_000, 0, 0, 0, 0, 0)).mayGoFurther())
                .isTrue();
    }

    @Test
    void noiseIsNoEvidenceEitherWay() {
        assertThat(segment(new Comparisons(0, 0, 1_000_000, 0, 0, 0, 0)).obstacles())
                .contains(new Obstacle.TooFewComparisons(0, 1_000));
    }

    @Test
    void isStoppedByASlowService() {
        var slow = latency(Duration.ofMillis(200));

        assertThat(segment(new Comparisons(10_000, 0, 0, 0, 0, 0, 0), slow).obstacles())
                .containsExactly(new Obstacle.TooSlow(slow.p99(), Duration.ofMillis(150)));
    }

    @Test
    void isStoppedWhereTooLittleCouldBeCompared() {
        assertThat(segment(new Comparisons(9_000, 0, 0, 0, 0, 1_000, 0)).obstacles())
                .containsExactly(new Obstacle.TooManyIncomparable(0.1, 0.05));
    }

    private static Segment segment(Comparisons comparisons) {
        return segment(comparisons, FAST);
    }

    private static Segment segment(Comparisons comparisons, Latency candidate) {
        return Segment.of(Operation.SEARCH, "ES", comparisons, FAST, candidate, Budget.DEFAULTS);
    }

    private static Latency latency(Duration took) {
        return Latency.of(List.of(new Latency.Bucket(took, took.plusMillis(1), 100)));
    }
}
