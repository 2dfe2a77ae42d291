package io.discounts.service.outbox.stream;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Test
    void doublesItsPausesUpToTheLongest() {
        for (int seed = 0; seed < 100; seed++) {
            var backoff = new Backoff(Duration.ofMillis(100), new Random(seed));

            for (var bound : new int[] {100, 200, 400, 800, 1_600, 3_000, 3_000}) {
                assertThat(backoff.next(LONGEST).toMillis()).isBetween(bound / 2L, (long) bound);
            }
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        var backoff = new Backoff(Duration.ofMillis(100), new Random(1));
        IntStream.range(0, 1_000).forEach(failure -> backoff.next(LONGEST));

        backoff.reset();

        assertThat(backoff.next(LONGEST)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void differsFromOneInstanceToTheOther() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> new Backoff(LONGEST, new Random(seed)).next(LONGEST))
                        .distinct())
                .hasSizeGreaterThan(10);
    }
}
