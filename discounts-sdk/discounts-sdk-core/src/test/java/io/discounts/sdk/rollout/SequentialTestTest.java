package io.discounts.sdk.rollout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the test to what its Javadoc promises, by simulation with fixed seeds. */
class SequentialTestTest {
    private static final GuardBudget BUDGET = new GuardBudget(0.01, 0.05);
    private static final int NEVER = Integer.MAX_VALUE;

    /** The mean of the logarithm of the likelihood ratio at the intolerable share. */
    private static final double DRIFT = 0.05 * Math.log(5) + 0.95 * Math.log(0.95 / 0.99);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.009, 0.005})
    void stopsFalselyWithinSomeCallsNoMoreOftenThanPromised(double share) {
        var callsPerFalseStop = 5_000;
        var horizon = 1_000;
        var runs = 2_000;

        var falseStops = IntStream.range(0, runs)
                .filter(seed -> callsToStop(share, callsPerFalseStop, horizon, new Random(seed)) != NEVER)
                .count();

        assertThat(falseStops).isLessThanOrEqualTo((long) runs * horizon / callsPerFalseStop);
    }

    @Test
    void takesAsManyCallsToAFalseStopAsPromisedOnAverage() {
        var callsPerFalseStop = 1_000;

        var mean = IntStream.range(0, 300)
                .map(seed -> callsToStop(0.01, callsPerFalseStop, NEVER, new Random(seed)))
                .average()
                .orElseThrow();

        assertThat(mean).isGreaterThanOrEqualTo(callsPerFalseStop);
    }

    @Test
    void stopsSoonWhenTooManyCallsGoBad() {
        var callsPerFalseStop = 100_000_000;
        var expected = Math.log((double) callsPerFalseStop) / DRIFT;

        var delays = IntStream.range(0, 1_000)
                .map(seed -> callsToStop(0.05, callsPerFalseStop, NEVER, new Random(seed)))
                .summaryStatistics();

        // What the last call adds beyond the threshold, by Wald.
        assertThat(delays.getAverage()).isLessThan(expected + Math.log(5) / DRIFT);
        assertThat(delays.getMax()).isLessThan((int) (5 * expected));
    }

    @Test
    void stopsAsSoonAfterAMillionGoodCalls() {
        var test = new SequentialTest(BUDGET, 100_000_000, Duration.ZERO);
        IntStream.range(0, 1_000_000).forEach(call -> test.judge(false, 0));

        var delay = callsToStop(test, 0.05, NEVER, new Random(1));

        assertThat(delay).isLessThan((int) (5 * Math.log(1e8) / DRIFT));
    }

    @Test
    void needsTwelveCallsWhenAllGoBad() {
        // 100 million is 5 to the power of 11.4.
        assertThat(callsToStop(1, 100_000_000, NEVER, new Random(1))).isEqualTo(12);
    }

    @Test
    void tellsWhatHasBurntTheBudget() {
        var test = new SequentialTest(BUDGET, 100, Duration.ZERO);
        test.judge(false, 0);
        test.judge(true, 0);
        test.judge(true, 0);
        test.judge(false, 0);

        var tally = test.judge(true, 0);

        assertThat(tally).isEqualTo(new SequentialTest.Tally(4, 3));
    }

    @Test
    void beginsAnewAfterABudgetWasBurnt() {
        var test = new SequentialTest(BUDGET, 100_000_000, Duration.ZERO);
        callsToStop(test, 1, NEVER, new Random(1));

        assertThat(callsToStop(test, 1, NEVER, new Random(1))).isEqualTo(12);
    }

    @Test
    void bearsWithAShortOutageHoweverManyCallsItSpoils() {
        var test = new SequentialTest(BUDGET, 100_000_000, Duration.ofSeconds(10));
        var second = Duration.ofSeconds(1).toNanos();

        for (var call = 0; call < 100_000; call++) {
            assertThat(test.judge(true, 2 * second)).isNull();
        }
        for (var call = 0; call < 1_000; call++) {
            assertThat(test.judge(call % 100 == 99, 20 * second)).isNull();
        }
    }

    @Test
    void losesPatienceWithAnOutageThatStays() {
        var test = new SequentialTest(BUDGET, 100_000_000, Duration.ofSeconds(10));
        var second = Duration.ofSeconds(1).toNanos();
        for (var call = 0; call < 100; call++) {
            assertThat(test.judge(true, 2 * second)).isNull();
        }

        assertThat(test.judge(true, 12 * second)).isEqualTo(new SequentialTest.Tally(101, 101));
    }

    private static int callsToStop(double share, long callsPerFalseStop, int horizon, Random random) {
        return callsToStop(new SequentialTest(BUDGET, callsPerFalseStop, Duration.ZERO), share, horizon, random);
    }

    private static int callsToStop(SequentialTest test, double share, int horizon, Random random) {
        for (var call = 1; call < horizon; call++) {
            if (test.judge(random.nextDouble() < share, 0) != null) {
                return call;
            }
        }
        return NEVER;
    }
}
