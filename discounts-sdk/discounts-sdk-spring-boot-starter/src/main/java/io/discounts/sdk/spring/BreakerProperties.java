package io.discounts.sdk.spring;

import io.discounts.sdk.BreakerOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When the service is no longer asked, and when again.
 *
 * @param window How many calls are looked back on.
 * @param minimumCalls How many calls there must be before anything is concluded.
 * @param failurePercent Share of the window, in percent, that has to fail for the breaker to open.
 * @param openFor How long the service is left alone then, ±20 % at random.
 * @param probes How many calls are let through after that. They decide whether it closes.
 * @param longestProbe After what time probes that have not come back are given up and the breaker opens again.
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
