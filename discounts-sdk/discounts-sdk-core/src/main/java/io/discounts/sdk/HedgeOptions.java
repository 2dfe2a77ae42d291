package io.discounts.sdk;

import java.time.Duration;

/**
 * Second attempts of reads that are slow. They are paid from the budget of retries.
 *
 * @param delay after which the second is made; best near the p95 of the service. There is no default
 * @param threads that second attempts run on at most, at least 1
 */
public record HedgeOptions(Duration delay, int threads) {
    public HedgeOptions {
        Require.positive(delay, "delay");
        Require.that(threads >= 1, "threads must be positive");
    }
}
