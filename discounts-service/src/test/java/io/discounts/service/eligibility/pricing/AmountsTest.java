package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 50, 0",
        "1, 50, 1", // half a cent goes up
        "1, 49.99, 0",
        "3, 50, 2",
        "5, 10, 1",
        "4, 10, 0",
        "950, 20, 190",
        "333, 33.33, 111", // 110.9889
        "10000, 0.01, 1",
        "4999, 0.01, 0", // 0.4999
        "5000, 0.01, 1",
        "12345, 100, 12345",
        "1000000000000000, 33.33, 333300000000000",
        "999999999999999, 99.99, 999899999999999", // .0001 below
        "999999999999950, 0.01, 100000000000" // 99999999999.995
    })
    void takesAPercentageRoundedHalfUp(long amount, BigDecimal percent, long part) {
        assertThat(Amounts.percentOf(amount, Percent.of(percent))).isEqualTo(part);
    }

    @Test
    void capsWhatExceedsACap() {
        assertThat(Amounts.capped(501, new Money(500))).isEqualTo(500);
        assertThat(Amounts.capped(499, new Money(500))).isEqualTo(499);
        assertThat(Amounts.capped(501, null)).isEqualTo(501);
    }

    @Test
    void addsUp() {
        assertThat(Amounts.sum(new long[] {})).isZero();
        assertThat(Amounts.sum(new long[] {1, 20, 300})).isEqualTo(321);
    }

    static Stream<Arguments> allocations() {
        long most = Money.MAX_MINOR_UNITS;
        return Stream.of(
                arguments(0L, amounts(5, 7), amounts(0, 0)),
                arguments(12L, amounts(5, 7), amounts(5, 7)),
                arguments(1L, amounts(1, 1, 1), amounts(1, 0, 0)),
                arguments(2L, amounts(1, 1, 1), amounts(1, 1, 0)),
                arguments(10L, amounts(5, 10, 15), amounts(2, 3, 5)), // 1.67, 3.33, 5
                arguments(10L, amounts(15, 10, 5), amounts(5, 3, 2)),
                arguments(3L, amounts(3, 5, 3, 5), amounts(1, 1, 0, 1)), // 9, 15, 9 and 15 sixteenths
                arguments(2L, amounts(3, 5, 3, 5), amounts(0, 1, 0, 1)),
                arguments(7L, amounts(0, 10, 0, 4), amounts(0, 5, 0, 2)),
                // A product past 63 bits, and one past 64.
                arguments(
                        4_000_000_000L,
                        amounts(3_000_000_000L, 3_000_000_001L),
                        amounts(2_000_000_000L, 2_000_000_000L)),
                arguments(most, amounts(most, most, 1), amounts(most / 2, most / 2, 0)),
                arguments(most, amounts(1, most, most), amounts(0, most / 2, most / 2)),
                arguments(most - 1, amounts(most, most), amounts(most / 2, most / 2 - 1)));
    }

    @ParameterizedTest
    @MethodSource("allocations")
    void allocatesByLargestRemainderTiesToTheEarlier(long amount, long[] weights, long[] shares) {
        assertThat(Amounts.allocate(amount, weights)).containsExactly(shares);
    }

    private static long[] amounts(long... amounts) {
        return amounts;
    }
}
