package io.discounts.service.ingestion.kinesis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Delays that double from {@code first} to {@code max}, with up to half as much again, so that shards do not march in step. */
record RetryDelays(Duration first, Duration max, RandomGenerator random) {
    private static final int DOUBLINGS = 20;

    /** @param tries how many have failed in a row, at least 1 */
    Duration after(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        var delay = doubled.compareTo(max) < 0 ? doubled : max;
        return delay.plusNanos((long) (delay.toNanos() / 2.0 * random.nextDouble()));
    }
}
