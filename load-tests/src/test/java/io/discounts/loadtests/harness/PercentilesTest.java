package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentilesTest {
    @Test
    void areNearestRanks() {
        var hundred = Percentiles.of(
                LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());

        assertThat(hundred.at(50)).hasMillis(50);
        assertThat(hundred.at(99)).hasMillis(99);
        assertThat(hundred.at(100)).hasMillis(100);
    }

    @Test
    void doNotHideTheWorstOfAFew() {
        var few = Percentiles.of(List.of(Duration.ofMillis(900), Duration.ofMillis(1), Duration.ofMillis(2)));

        assertThat(few.at(99)).hasMillis(900);
        assertThat(few.at(0)).hasMillis(1);
    }

    @Test
    void areNotMadeUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(List.of()));
    }
}
