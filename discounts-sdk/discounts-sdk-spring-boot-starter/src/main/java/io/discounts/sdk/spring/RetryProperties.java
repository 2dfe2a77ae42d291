package io.discounts.sdk.spring;

import io.discounts.sdk.HedgeOptions;
import io.discounts.sdk.RetryOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Second attempts, of which a call makes one at most.
 *
 * @param ratio Second attempts for each call at most; 0 for none.
 * @param burst How many second attempts a quiet time may save up for a bad one.
 * @param hedgeAfter When a read that is slow is asked a second time, best near the service's p95. Never by default.
 * @param hedgeThreads Threads that second attempts of slow reads run on at most.
 */
@ConfigurationProperties("discounts.client.retries")
record RetryProperties(
        @DefaultValue("0.1") double ratio,
        @DefaultValue("1") int burst,
        @Nullable Duration hedgeAfter,
        @DefaultValue("16") int hedgeThreads) {
    RetryProperties {
        options(ratio, burst, hedgeAfter, hedgeThreads);
    }

    RetryOptions options() {
        return options(ratio, burst, hedgeAfter, hedgeThreads);
    }

    private static RetryOptions options(double ratio, int burst, @Nullable Duration after, int threads) {
        return new RetryOptions(ratio, burst, after == null ? null : new HedgeOptions(after, threads));
    }
}
