package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.report.Latency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HistogramTest {
    @Property
    void findsEveryDurationWithinItsError(@ForAll @LongRange(min = 0, max = 68_000_000_000L) long nanos) {
        var histogram = new Histogram(4);

        histogram.record(Duration.ofNanos(nanos));

        var error = Math.max(600, nanos * 0.032);
        assertThat((double) histogram.latency().p50().toNanos()).isCloseTo((double) nanos, within(error));
    }

    @Property(tries = 200)
    void tellsQuantilesOfAll(@ForAll @Size(min = 1, max = 300) List<@LongRange(max = 2_000_000_000L) Long> durations) {
        var histogram = new Histogram(1);
        durations.forEach(nanos -> histogram.record(Duration.ofNanos(nanos)));

        var sorted = durations.stream().sorted().toList();
        var exact = sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
        assertThat((double) histogram.latency().p99().toNanos()).isCloseTo(exact, within(Math.max(600, exact * 0.032)));
        assertThat(histogram.latency().calls()).isEqualTo(durations.size());
    }

    @Test
    void countsEveryCallOfManyThreads() {
        var histogram = new Histogram(8);

        IntStream.range(0, 100_000).parallel().forEach(i -> histogram.record(Duration.ofMillis(i % 50)));

        assertThat(histogram.latency().calls()).isEqualTo(100_000);
    }

    @Test
    void takesWhatIsOutOfItsRangeForItsEnds() {
        var histogram = new Histogram(2);
        histogram.record(Duration.ofNanos(-5));
        histogram.record(Duration.ofHours(3));

        assertThat(histogram.latency().buckets()).hasSize(2);
        assertThat(histogram.latency().p99()).isBetween(Duration.ofSeconds(65), Duration.ofSeconds(72));
    }

    @Test
    void takesInWhatAnotherHasCounted() {
        var one = new Histogram(2);
        var other = new Histogram(2);
        one.record(Duration.ofMillis(1));
        other.record(Duration.ofMillis(9));

        one.add(other);

        assertThat(one.latency().buckets()).extracting(Latency.Bucket::calls).containsExactly(1L, 1L);
    }
}
