package io.discounts.sdk;

import java.time.Duration;

/**
 * When the service is no longer asked, and when again. There is a breaker for reads, one for writes and one for the shadow.
 *
 * @param window how many calls are looked back on, 20
 * @param minimumCalls below which nothing is concluded, 10
 * @param failurePercent of the window from which the breaker opens, 50
 * @param openFor how long the service is left alone then, 5 s, ±20 % at random
 * @param probes how many calls are let through after that; they decide whether it closes, 3
 * @param longestProbe after which probes that have not come back are given up and the breaker opens again, 2 s
 */
public record BreakerOptions(
        int window, int minimumCalls, float failurePercent, Duration openFor, int probes, Duration longestProbe) {
    public static final BreakerOptions DEFAULTS =
            new BreakerOptions(20, 10, 50, Duration.ofSeconds(5), 3, Duration.ofSeconds(2));

    public BreakerOptions {
        Require.that(window >= 1, "window must be positive");
        Require.that(minimumCalls >= 1 && minimumCalls <= window, "minimumCalls must be 1 to window");
        Require.that(failurePercent > 0 && failurePercent <= 100, "failurePercent must be above 0, at most 100");
        Require.positive(openFor, "openFor");
        Require.that(probes >= 1, "probes must be positive");
        Require.positive(longestProbe, "longestProbe");
    }
}
