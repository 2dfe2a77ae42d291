package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PopularityTest {
    @Test
    void givesEachItsShare() {
        var popularity = Popularity.of(3, position -> new double[] {5, 3, 2}[position]);

        assertThat(popularity.at(0)).isZero();
        assertThat(popularity.at(0.499)).isZero();
        assertThat(popularity.at(0.5)).isEqualTo(1);
        assertThat(popularity.at(0.799)).isEqualTo(1);
        assertThat(popularity.at(0.81)).isEqualTo(2);
        assertThat(popularity.at(Math.nextDown(1.0))).isEqualTo(2);
    }

    @Test
    void followsZipfsLawWithoutAShift() {
        var counts = new int[100];
        var popularity = Popularity.zipf(100, 1, 0);
        for (int i = 0; i < 100_000; i++) {
            counts[popularity.at(i / 100_000.0)]++;
        }
        assertThat(counts[0] / (double) counts[1]).isCloseTo(2, within(0.01));
        assertThat(counts[0] / (double) counts[9]).isCloseTo(10, within(0.05));
    }

    @Test
    void isFlatterAtTheTopWithAShift() {
        assertThat(shareOfFirst(Popularity.zipf(1_000, 0.8, 50)))
                .isLessThan(shareOfFirst(Popularity.zipf(1_000, 0.8, 0)) / 4);
    }

    private static double shareOfFirst(Popularity popularity) {
        int hits = 0;
        for (int i = 0; i < 100_000; i++) {
            hits += popularity.at(i / 100_000.0) == 0 ? 1 : 0;
        }
        return hits / 100_000.0;
    }
}
