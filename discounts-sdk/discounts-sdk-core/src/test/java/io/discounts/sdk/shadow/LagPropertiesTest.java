package io.discounts.sdk.shadow;

import io.discounts.sdk.shadow.Comparison.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.time.Duration;
import java.util.Random;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

/** Discounts come, go and change their percentage at random, several times within a lag. */
class LagPropertiesTest {
    private static final Duration LAG = Duration.ofSeconds(5);

    // A seed of its own: where a discount changes in the same way round after round, about one history in a hundred
    // confirms by chance what is lag (ADR 16), and no build should turn on that.
    @Property(tries = 15, seed = "42")
    void aLagOfFiveSecondsNeverLooksLikeADefect(@ForAll long seed) {
        try (var sides = new LaggingSides(LAG)) {
            searchAndChange(sides, 60, new Random(seed));

            assertThat(sides.shadow.heard.compared).hasSize(60);
            assertThat(sides.shadow.heard.verdicts()).contains(Verdict.LAG).doesNotContain(Verdict.DEFECT);
        }
    }

    @Property(tries = 5)
    void aDefectIsFoundInTheMidstOfLag(@ForAll long seed) {
        try (var sides = new LaggingSides(LAG)) {
            sides.control.store("s-2").has(discount("p:9"));
            searchAndChange(sides, 20, new Random(seed));

            assertThat(sides.shadow.heard.verdicts()).hasSize(20).containsOnly(Verdict.DEFECT);
            assertThat(sides.shadow.heard.comparisons())
                    .allSatisfy(comparison -> assertThat(comparison)
                            .isInstanceOfSatisfying(
                                    Comparison.Mismatched.class,
                                    defect -> assertThat(defect.mismatches())
                                            .extracting(Mismatch::pointer)
                                            .containsOnly("/stores/s-2/discountIds/p:9", "/discounts/p:9")));
        }
    }

    private static void searchAndChange(LaggingSides sides, int times, Random random) {
        for (var step = 0; step < times; step++) {
            sides.changes(random);
            sides.search();
            sides.shadow.time.passes(Duration.ofMillis(200 + random.nextInt(3000)));
        }
        sides.shadow.time.passes(Duration.ofMinutes(10));
    }
}
