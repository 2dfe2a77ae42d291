package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.LongStream;

import static io.discounts.sdk.testkit.Script.during;
import static io.discounts.sdk.testkit.Script.first;
import static io.discounts.sdk.testkit.Script.flapping;
import static io.discounts.sdk.testkit.Script.only;
import static io.discounts.sdk.testkit.Script.share;
import static org.assertj.core.api.Assertions.assertThat;

class ScriptTest {
    private static final Behaviour A = Behaviours.reset();
    private static final Behaviour B = Behaviours.silence();
    private static final Behaviour C = Behaviours.html();

    @Test
    void countsRequestsFromOneSceneToTheNext() {
        var script = first(2, A, first(3, B, C));

        assertThat(LongStream.range(0, 7).mapToObj(number -> script.at(turn(number, 0))))
                .containsExactly(A, A, B, B, B, C, C);
    }

    @Test
    void tellsTimeFromOneSceneToTheNext() {
        var script = during(Duration.ofSeconds(2), A, during(Duration.ofSeconds(3), B, C));

        assertThat(LongStream.range(0, 7).mapToObj(second -> script.at(turn(0, second))))
                .containsExactly(A, A, B, B, B, C, C);
    }

    @Test
    void flaps() {
        var script = flapping(Duration.ofSeconds(5), A);

        assertThat(script.at(turn(0, 0))).isEqualTo(A);
        assertThat(script.at(turn(0, 4))).isEqualTo(A);
        assertThat(script.at(turn(0, 5))).isNotEqualTo(A);
        assertThat(script.at(turn(0, 9))).isNotEqualTo(A);
        assertThat(script.at(turn(0, 10))).isEqualTo(A);
    }

    @Test
    void keepsToAPath() {
        var script = only("/v1/discounts", A);

        assertThat(script.at(turn(0, 0))).isEqualTo(A);
        assertThat(script.at(new Turn(0, Duration.ZERO, "/v1/redemptions"))).isNotEqualTo(A);
    }

    @Test
    void takesAShareThatTheSeedDecides() {
        var script = share(0.3, 42, A);

        var taken = LongStream.range(0, 10_000).filter(number -> script.at(turn(number, 0)) == A);
        var again = LongStream.range(0, 10_000).filter(number -> script.at(turn(number, 0)) == A);

        var numbers = taken.toArray();
        assertThat(numbers.length).isBetween(2_800, 3_200);
        assertThat(again.toArray()).isEqualTo(numbers);
    }

    @Test
    void drawsLatenciesFromTheirDistribution() {
        var latency = Latency.logNormal(Duration.ofMillis(10), Duration.ofMillis(100), 7);
        var sorted = LongStream.range(0, 10_000)
                .map(number -> latency.of(number).toMillis())
                .sorted()
                .toArray();

        assertThat(sorted[5_000]).isBetween(9L, 11L);
        assertThat(sorted[9_900]).isBetween(80L, 125L);
        assertThat(latency.of(3)).isEqualTo(latency.of(3));
    }

    @Test
    void drawsEvenLatenciesWithinTheirBounds() {
        var latency = Latency.between(Duration.ofMillis(10), Duration.ofMillis(20), 7);

        assertThat(LongStream.range(0, 1_000).mapToObj(latency::of))
                .allMatch(each -> each.toNanos() >= 10_000_000 && each.toNanos() < 20_000_000)
                .anyMatch(each -> each.toMillis() == 10)
                .anyMatch(each -> each.toMillis() == 19);
    }

    private static Turn turn(long number, long seconds) {
        return new Turn(number, Duration.ofSeconds(seconds), Caller.SEARCH);
    }
}
