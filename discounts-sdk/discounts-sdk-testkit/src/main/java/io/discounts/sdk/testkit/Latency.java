package io.discounts.sdk.testkit;

import java.time.Duration;
import java.util.SplittableRandom;

/** A distribution of latencies; the same number always gets the same latency. */
@FunctionalInterface
public interface Latency {
    Duration of(long number);

    /** Evenly between two bounds, the upper one excluded. */
    static Latency between(Duration from, Duration until, long seed) {
        var span = until.minus(from).toNanos();
        return number -> from.plusNanos((long) (span * draw(seed, number)));
    }

    /** Half of them at the median, one in a hundred at or beyond p99: log-normal, as latencies are. */
    static Latency logNormal(Duration median, Duration p99, long seed) {
        var sigma = Math.log((double) p99.toNanos() / median.toNanos()) / 2.326_348; // the normal quantile of 0.99
        return number -> Duration.ofNanos((long) (median.toNanos() * Math.exp(sigma * normal(seed, number))));
    }

    private static double draw(long seed, long number) {
        return new SplittableRandom(seed + number).nextDouble();
    }

    /** Box and Muller's transform of two even draws. */
    private static double normal(long seed, long number) {
        var random = new SplittableRandom(seed + number);
        var radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
