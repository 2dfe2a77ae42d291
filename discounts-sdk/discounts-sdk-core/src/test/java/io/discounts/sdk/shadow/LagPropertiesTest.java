package io.discounts.sdk.shadow;

import io.discounts.sdk.shadow.Comparison.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Discounts that go on changing within a lag, for as long as anything is looked at. */
class LagPropertiesTest {
    private static final Duration LAG = Duration.ofSeconds(5);
    private static final int SEARCHES = 60;

    @Property(tries = 40)
    void aLagOfFiveSecondsNeverLooksLikeADefect(@ForAll long seed) {
        var random = new Random(seed);
        var sides = new ChangingSides(LAG, random);
        changeAtRandom(sides, random);

        search(sides, random);

        assertThat(sides.shadow.heard.compared).hasSize(SEARCHES);
        assertThat(sides.shadow.heard.verdicts()).contains(Verdict.LAG).doesNotContain(Verdict.DEFECT);
    }

    /** Nothing else changes, and it is the same each time: the values of the answers tell nothing. */
    @Property(tries = 40)
    void aDiscountThatComesAndGoesIsNoDefect(
            @ForAll long seed,
            @ForAll @IntRange(min = 100, max = 60_000) int lag,
            @ForAll @IntRange(min = 100, max = 20_000) int longestPause) {
        var random = new Random(seed);
        var sides = new ChangingSides(Duration.ofMillis(lag), random);
        sides.change(() -> comesOrGoes(sides), () -> Duration.ofMillis(1 + random.nextInt(longestPause)));

        search(sides, random);

        assertThat(sides.shadow.heard.verdicts()).doesNotContain(Verdict.DEFECT);
    }

    /** What happens at regular times must not be met in step. */
    @Property(tries = 40)
    void aDiscountThatComesAndGoesByTheClockIsNoDefect(
            @ForAll long seed,
            @ForAll @IntRange(min = 100, max = 60_000) int lag,
            @ForAll @IntRange(min = 100, max = 20_000) int pause) {
        var random = new Random(seed);
        var sides = new ChangingSides(Duration.ofMillis(lag), random);
        sides.change(() -> comesOrGoes(sides), () -> Duration.ofMillis(pause));

        search(sides, random);

        assertThat(sides.shadow.heard.verdicts()).doesNotContain(Verdict.DEFECT);
    }

    @Property(tries = 4)
    void aDefectIsFoundInTheMidstOfLag(@ForAll long seed) {
        var random = new Random(seed);
        var sides = new ChangingSides(LAG, random);
        sides.listsWhatNeverArrives();
        changeAtRandom(sides, random);

        search(sides, random);

        assertThat(sides.shadow.heard.verdicts()).hasSize(SEARCHES).containsOnly(Verdict.DEFECT);
        assertThat(sides.shadow.heard.comparisons())
                .allSatisfy(comparison -> assertThat(comparison)
                        .isInstanceOfSatisfying(
                                Comparison.Mismatched.class,
                                defect -> assertThat(defect.mismatches())
                                        .extracting(Mismatch::pointer)
                                        .containsOnly("/stores/s-1/discountIds/p:9", "/discounts/p:9")));
    }

    /** Six discounts, several changes within a lag. */
    private static void changeAtRandom(ChangingSides sides, Random random) {
        sides.change(
                () -> {
                    var id = "p:" + random.nextInt(6);
                    if (random.nextInt(4) == 0) {
                        sides.lacks(id);
                    } else {
                        sides.lists(id, 1 + random.nextInt(99));
                    }
                },
                () -> Duration.ofMillis(200 + random.nextInt(3000)));
    }

    private static void comesOrGoes(ChangingSides sides) {
        if (sides.has("p:1")) {
            sides.lacks("p:1");
        } else {
            sides.lists("p:1", 10);
        }
    }

    private static void search(ChangingSides sides, Random random) {
        sides.shadow.time.passes(Duration.ofMinutes(1));
        for (var search = 0; search < SEARCHES; search++) {
            sides.search();
            sides.shadow.time.passes(Duration.ofMillis(200 + random.nextInt(3000)));
        }
        sides.shadow.time.passes(Duration.ofMinutes(10));
        sides.standStill();
    }
}
