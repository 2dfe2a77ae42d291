package io.discounts.sdk.spring;

import io.discounts.sdk.BreakerOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When the service is no longer asked, and when again.
 *
 * @param window how many calls are looked back on
 * @param minimumCalls below which nothing is concluded
 * @param failurePercent of the window from which the breaker opens
 * @param openFor how long the service is left alone then, ±20 % at random
 * @param probes how many calls are let through after that; they decide whether it closes
 * @param longestProbe after which probes that have not come back are given up and the breaker opens again
 */
@ConfigurationProperties("discounts.client.breaker")
record BreakerProperties(
        @DefaultValue("20") int window,
        @DefaultValue("10") int minimumCalls,
        @DefaultValue("50") float failurePercent,
        @DefaultValue("5s") Duration openFor,
        @DefaultValue("3") int probes,
        @DefaultValue("2s") Duration longestProbe) {
    BreakerProperties {
        new BreakerOptions(window, minimumCalls, failurePercent, openFor, probes, longestProbe);
    }

    BreakerOptions options() {
        return new BreakerOptions(window, minimumCalls, failurePercent, openFor, probes, longestProbe);
    }
}
