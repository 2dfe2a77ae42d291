package io.discounts.sdk;

import java.time.Duration;
import java.util.Objects;

/**
 * How patient, how persistent and how careful a client is.
 *
 * @param budget for a whole call with everything in it, unless the call has its own; 250 ms
 * @param localReserve the part of the budget that is kept for the local search where that stands behind the service: the
 *     service gets the rest, and at least half; 50 ms. Take somewhat more than the local search's p99
 * @param concurrency how many calls at a time
 * @param breaker when the service is no longer asked
 * @param retries second attempts
 * @param longestPause that a {@code Retry-After} is believed for, 30 s
 * @param maxResponseBytes of a response that are read, after decompression; 4 MiB, some thirteen times a search of 200 stores
 */
public record ClientOptions(
        Duration budget,
        Duration localReserve,
        ConcurrencyOptions concurrency,
        BreakerOptions breaker,
        RetryOptions retries,
        Duration longestPause,
        long maxResponseBytes) {
    public static final ClientOptions DEFAULTS = new ClientOptions(
            Duration.ofMillis(250),
            Duration.ofMillis(50),
            ConcurrencyOptions.DEFAULTS,
            BreakerOptions.DEFAULTS,
            RetryOptions.DEFAULTS,
            Duration.ofSeconds(30),
            4L * 1024 * 1024);

    public ClientOptions {
        Require.positive(budget, "budget");
        Require.that(!localReserve.isNegative(), "localReserve must not be negative");
        Objects.requireNonNull(concurrency, "concurrency");
        Objects.requireNonNull(breaker, "breaker");
        Objects.requireNonNull(retries, "retries");
        Require.positive(longestPause, "longestPause");
        Require.that(maxResponseBytes >= 1, "maxResponseBytes must be positive");
    }

    public ClientOptions withBudget(Duration newBudget) {
        return new ClientOptions(
                newBudget, localReserve, concurrency, breaker, retries, longestPause, maxResponseBytes);
    }

    public ClientOptions withLocalReserve(Duration newLocalReserve) {
        return new ClientOptions(
                budget, newLocalReserve, concurrency, breaker, retries, longestPause, maxResponseBytes);
    }

    public ClientOptions with(ConcurrencyOptions newConcurrency) {
        return new ClientOptions(
                budget, localReserve, newConcurrency, breaker, retries, longestPause, maxResponseBytes);
    }

    public ClientOptions with(BreakerOptions newBreaker) {
        return new ClientOptions(
                budget, localReserve, concurrency, newBreaker, retries, longestPause, maxResponseBytes);
    }

    public ClientOptions with(RetryOptions newRetries) {
        return new ClientOptions(
                budget, localReserve, concurrency, breaker, newRetries, longestPause, maxResponseBytes);
    }

    public ClientOptions withLongestPause(Duration newLongestPause) {
        return new ClientOptions(
                budget, localReserve, concurrency, breaker, retries, newLongestPause, maxResponseBytes);
    }

    public ClientOptions withMaxResponseBytes(long newMaxResponseBytes) {
        return new ClientOptions(
                budget, localReserve, concurrency, breaker, retries, longestPause, newMaxResponseBytes);
    }

    /** What the service may take of a call's budget when the local search is to answer should it fail. */
    public Duration remoteBudget(Duration callBudget) {
        var half = callBudget.dividedBy(2);
        var rest = callBudget.minus(localReserve);
        return rest.compareTo(half) > 0 ? rest : half;
    }
}
