package io.discounts.sdk.report;

import java.time.Duration;
import java.util.List;

/**
 * How long one side took, over all calls it was asked for; those that ran into their deadline are among them.
 *
 * @param calls that were timed
 * @param p50 the median, zero if there were no calls
 * @param p99 zero if there were no calls
 * @param buckets the distribution, shortest first, without the empty ones. Each is at most a sixteenth as wide as it is long,
 *     or a microsecond, so that a quantile is at most 3.2 % off, or half a microsecond
 */
public record Latency(long calls, Duration p50, Duration p99, List<Bucket> buckets) {
    public Latency {
        buckets = List.copyOf(buckets);
    }

    /** The distribution, with its quantiles. */
    public static Latency of(List<Bucket> buckets) {
        var calls = buckets.stream().mapToLong(Bucket::calls).sum();
        return new Latency(calls, quantile(buckets, calls, 0.5), quantile(buckets, calls, 0.99), buckets);
    }

    private static Duration quantile(List<Bucket> buckets, long calls, double share) {
        var rank = Math.max(1, (long) Math.ceil(share * calls));
        var seen = 0L;
        for (var bucket : buckets) {
            seen += bucket.calls();
            if (seen >= rank) {
                return bucket.middle();
            }
        }
        return Duration.ZERO;
    }

    /**
     * Calls that took about as long.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Bucket(Duration from, Duration to, long calls) {
        public Duration middle() {
            return from.plus(to).dividedBy(2);
        }
    }
}
