package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.report.Latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets that grow with them, sixteen to each doubling, after HdrHistogram (G. Tene). A bucket is at most a
 * sixteenth as wide as what it counts, or a microsecond: a quantile taken at its middle is at most 3.2 % off, or half a
 * microsecond. What takes longer than 68 s counts as 68 s. Its size is fixed: 3 kB for each stripe, and a stripe for each
 * processor, four at most, so that threads seldom meet. Never locks. Safe for use by many threads.
 */
final class Histogram {
    /** Nanoseconds in the shortest duration that is told apart, as a power of two. */
    private static final int UNIT = 10;

    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    private static final long MOST = (1L << 26) - 1;
    private static final int BUCKETS = index(MOST) + 1;

    private final AtomicLongArray[] stripes;

    Histogram(int processors) {
        stripes = new AtomicLongArray[Math.min(4, Integer.highestOneBit(processors))];
        for (var i = 0; i < stripes.length; i++) {
            stripes[i] = new AtomicLongArray(BUCKETS);
        }
    }

    void record(Duration took) {
        var units = Math.min(MOST, Math.max(0, took.toNanos() >> UNIT));
        var stripe = (int) Thread.currentThread().getId() & (stripes.length - 1);
        stripes[stripe].getAndIncrement(index(units));
    }

    /** Takes in what another has counted. */
    void add(Histogram other) {
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            stripes[0].addAndGet(bucket, other.count(bucket));
        }
    }

    Latency latency() {
        List<Latency.Bucket> buckets = new ArrayList<>();
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            var calls = count(bucket);
            if (calls > 0) {
                buckets.add(new Latency.Bucket(duration(from(bucket)), duration(from(bucket + 1)), calls));
            }
        }
        return Latency.of(buckets);
    }

    private long count(int bucket) {
        var sum = 0L;
        for (var stripe : stripes) {
            sum += stripe.get(bucket);
        }
        return sum;
    }

    private static int index(long units) {
        if (units < SUB) {
            return (int) units;
        }
        var shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(units) - SUB_BITS;
        return shift * SUB + (int) (units >>> shift);
    }

    private static long from(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        var shift = bucket / SUB - 1;
        return (long) (bucket - shift * SUB) << shift;
    }

    private static Duration duration(long units) {
        return Duration.ofNanos(units << UNIT);
    }
}
