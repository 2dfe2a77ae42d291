package io.discounts.service.catalog;

import java.time.Duration;

/**
 * How long a near cache trusts what it holds.
 *
 * @param freshFor the freshness bound: what a lost invalidation costs at most
 * @param loadTimeout how long a caller waits for a key that nothing is cached of
 * @param renewTimeout how long a caller waits for a newer value than the old one it can have at once
 * @param retryAfter how long a failed load of a key that has an old value is not tried again
 * @param maxWeight the cache's bound, in units of its weigher
 * @param seed differs between instances, so that they do not all load the same key at once
 */
record NearPolicy(
        Duration freshFor,
        Duration loadTimeout,
        Duration renewTimeout,
        Duration retryAfter,
        long maxWeight,
        long seed) {
    private static final double RENEW_AT = 0.7;
    private static final double JITTER = 0.2;

    /** From when a value is renewed, and until when it is fresh, in milliseconds of age. */
    record Ages(long renewAfterMillis, long freshForMillis) {}

    /** The bound shortened by up to a fifth, differently for each key and instance. */
    Ages ages(Object key) {
        var spread = (mix(seed ^ key.hashCode()) >>> 11) * 0x1.0p-53;
        var fresh = (long) (freshFor.toMillis() * (1 - JITTER * spread));
        return new Ages((long) (fresh * RENEW_AT), fresh);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
    private static long mix(long bits) {
        var z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
