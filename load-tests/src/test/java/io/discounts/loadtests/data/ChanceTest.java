package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChanceTest {
    private static final int DRAWS = 20_000;

    @Test
    void comesOutTheSameForTheSameThing() {
        assertThat(drawn(Chance.of(1, "thing", 7))).isEqualTo(drawn(Chance.of(1, "thing", 7)));
    }

    @Test
    void comesOutDifferentlyForAnotherSeedKindOrNumber() {
        assertThat(drawn(Chance.of(1, "thing", 7)))
                .isNotEqualTo(drawn(Chance.of(2, "thing", 7)))
                .isNotEqualTo(drawn(Chance.of(1, "other", 7)))
                .isNotEqualTo(drawn(Chance.of(1, "thing", 8)));
    }

    @Test
    void keepsToItsWeightsOverThingsThatFollowEachOther() {
        var counts = new int[3];
        for (long number = 0; number < DRAWS; number++) {
            counts[Chance.of(1, "thing", number).weighted(70, 20, 10)]++;
        }
        assertThat(counts[0] / (double) DRAWS).isCloseTo(0.7, within(0.02));
        assertThat(counts[2] / (double) DRAWS).isCloseTo(0.1, within(0.02));
    }

    @Test
    void keepsToItsPercentage() {
        var hits = LongStream.range(0, DRAWS)
                .filter(number -> Chance.of(1, "thing", number).percent(5))
                .count();

        assertThat(hits / (double) DRAWS).isCloseTo(0.05, within(0.01));
    }

    private static int[] drawn(Chance chance) {
        return IntStream.range(0, 8)
                .map(ignored -> chance.between(0, 1_000_000))
                .toArray();
    }
}
