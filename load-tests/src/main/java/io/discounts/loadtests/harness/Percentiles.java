package io.discounts.loadtests.harness;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Durations in order, by nearest rank. */
public record Percentiles(List<Duration> sorted) {
    /**
     * Puts them in order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Percentiles of(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Percentiles(durations.stream().sorted().toList());
    }

    public Duration at(double percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1));
    }
}
