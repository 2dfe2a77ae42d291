package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LineTest {
    @Test
    void costsQuantityTimesPrice() {
        var line = Line.of(JsonText.read("{\"lineId\":\"l1\",\"quantity\":3,\"unitPrice\":950}"));

        assertThat(line).isEqualTo(new Line("l1", 2850));
        assertThat(line.less(850)).isEqualTo(new Line("l1", 2000));
    }

    @Test
    void sharesByPrice() {
        assertThat(Line.share(10, lines(300, 100, 100))).containsExactly(6L, 2L, 2L);
    }

    @Test
    void givesTheLargestRemainderWhatIsLeftAndTheEarlierOfTwoEqualOnes() {
        assertThat(Line.share(1, lines(1, 1, 1))).containsExactly(1L, 0L, 0L);
        assertThat(Line.share(2, lines(1, 2, 1))).containsExactly(1L, 1L, 0L);
        assertThat(Line.share(5, lines(1, 2, 4))).containsExactly(1L, 1L, 3L);
    }

    @Test
    void givesALineWithoutAPriceNothing() {
        assertThat(Line.share(5, lines(0, 5))).containsExactly(0L, 5L);
    }

    @Test
    void sharesAllAndNeverMoreThanALineCosts() {
        var random = new Random(42);
        for (var i = 0; i < 1_000; i++) {
            var lines = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(n -> new Line("l" + n, 1 + random.nextInt(10_000)))
                    .toList();
            var amount = random.nextInt((int) Line.total(lines) + 1);

            var shares = Line.share(amount, lines);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            assertThat(IntStream.range(0, lines.size()))
                    .allMatch(n ->
                            shares.get(n) >= 0 && shares.get(n) <= lines.get(n).price());
        }
    }

    @Test
    void refusesPricesBeyondWhatALongHolds() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Line.share(Long.MAX_VALUE, lines(3, Long.MAX_VALUE / 2)));
    }

    private static List<Line> lines(long... prices) {
        return IntStream.range(0, prices.length)
                .mapToObj(n -> new Line("l" + n, prices[n]))
                .toList();
    }
}
