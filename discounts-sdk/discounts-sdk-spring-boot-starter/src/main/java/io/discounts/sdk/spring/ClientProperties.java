package io.discounts.sdk.spring;

import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.ConcurrencyOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.time.Duration;

/**
 * The client.
 *
 * @param baseUrl the service's base address, http or https. Required, unless the host has a Transport bean.
 * @param token access token of each request; a BearerToken bean outranks it
 * @param sslBundle SSL bundle whose trust, and key if it has one, are used towards the service; the JVM's trust by default
 * @param budget for a whole call with everything in it
 * @param localReserve part of the budget that is kept for the local search behind the service: somewhat more than its p99
 * @param longestPause for which a Retry-After of the service is believed
 * @param maxResponseSize of a response that is read, after decompression
 */
@ConfigurationProperties("discounts.client")
record ClientProperties(
        @Nullable URI baseUrl,
        @DefaultValue("") String token,
        @Nullable String sslBundle,
        @DefaultValue("250ms") Duration budget,
        @DefaultValue("50ms") Duration localReserve,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("4MB") DataSize maxResponseSize) {
    ClientProperties {
        // Refused here, a value is told with the property's name.
        ClientOptions.DEFAULTS
                .withBudget(budget)
                .withLocalReserve(localReserve)
                .withLongestPause(longestPause)
                .withMaxResponseBytes(maxResponseSize.toBytes());
    }

    ClientOptions with(ConcurrencyOptions concurrency, BreakerProperties breaker, RetryProperties retries) {
        return new ClientOptions(
                budget,
                localReserve,
                concurrency,
                breaker.options(),
                retries.options(),
                longestPause,
                maxResponseSize.toBytes());
    }
}
