package io.discounts.sdk.report;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClopperPearsonTest {
    /** Bad ones may be none: the bound then has a closed form. */
    @ParameterizedTest
    @CsvSource({"1", "10", "100", "3000", "1000000", "1000000000"})
    void isTheRootOfFivePercentWhereNothingWasBad(long n) {
        var exact = -Math.expm1(Math.log(0.05) / n);

        assertThat(ClopperPearson.upperBound(0, n, 0.95)).isCloseTo(exact, within(1e-5 * exact));
    }

    @Property(tries = 200)
    void leavesFivePercentToSoFewBadOnes(
            @ForAll @IntRange(min = 1, max = 400) int n, @ForAll @DoubleRange(min = 0, max = 0.99) double share) {
        var bad = (int) (share * n);

        var bound = ClopperPearson.upperBound(bad, n, 0.95);

        assertThat(atMost(bad, n, bound)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void knowsNothingWithoutComparisons() {
        assertThat(ClopperPearson.upperBound(0, 0, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.upperBound(7, 7, 0.95)).isEqualTo(1);
    }

    @Test
    void isExactForMillions() {
        // By the normal approximation, whose error is far below the tolerance here.
        var share = 0.01;
        var n = 10_000_000L;
        var approximate = share + 1.6449 * Math.sqrt(share * (1 - share) / n);

        assertThat(ClopperPearson.upperBound((long) (share * n), n, 0.95)).isCloseTo(approximate, within(1e-6));
    }

    /** P(at most so many bad ones among n), term by term. */
    private static double atMost(int bad, int n, double share) {
        var sum = 0.0;
        var logTerm = n * Math.log1p(-share);
        for (var k = 0; k <= bad; k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) (n - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
        }
        return sum;
    }
}
