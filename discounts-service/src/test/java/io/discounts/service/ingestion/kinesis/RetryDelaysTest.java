package io.discounts.service.ingestion.kinesis;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RetryDelaysTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofSeconds(4);

    @Property
    void stayBetweenTheFirstAndHalfAsMuchAgainAsTheGreatest(@ForAll @IntRange(min = 1) int tries, @ForAll long seed) {
        var delay = new RetryDelays(FIRST, MAX, new Random(seed)).after(tries);

        assertThat(delay).isBetween(FIRST, Duration.ofSeconds(6));
    }

    @Property
    void doNotMarchInStep(@ForAll @IntRange(min = 1, max = 30) int tries) {
        var delays = new RetryDelays(FIRST, MAX, new Random(tries));

        assertThat(delays.after(tries)).isNotEqualTo(delays.after(tries));
    }
}
