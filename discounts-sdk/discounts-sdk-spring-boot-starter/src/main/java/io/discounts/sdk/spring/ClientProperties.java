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
 * @param baseUrl The service's base address, http or https. Required, unless the host has a Transport bean.
 * @param token Access token of each request. A BearerToken bean outranks it.
 * @param sslBundle SSL bundle for connections to the service. Without one, whom the JVM trusts is trusted.
 * @param budget How long a whole call may take, with everything in it.
 * @param localReserve Part of the budget that is kept for the local search behind the service: somewhat more than its p99.
 * @param longestPause How long a Retry-After of the service is obeyed at most.
 * @param maxResponseSize How much of a response is read at most, after decompression.
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
