package io.discounts.sdk.spring;

import io.discounts.sdk.ConcurrencyOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls at a time.
 *
 * @param reads Reads under way to the service at most. What finds no place is answered locally at once.
 * @param writes Writes under way to the service at most.
 * @param shadows Calls of the shadow under way to the service at most.
 * @param asyncThreads Threads that asynchronous calls run on at most.
 * @param asyncQueue Asynchronous calls that wait for a thread at most.
 */
@ConfigurationProperties("discounts.client.concurrency")
record ConcurrencyProperties(
        @DefaultValue("64") int reads,
        @DefaultValue("32") int writes,
        @DefaultValue("8") int shadows,
        @DefaultValue("32") int asyncThreads,
        @DefaultValue("256") int asyncQueue) {
    ConcurrencyProperties {
        new ConcurrencyOptions(reads, writes, shadows, asyncThreads, asyncQueue);
    }

    ConcurrencyOptions options() {
        return new ConcurrencyOptions(reads, writes, shadows, asyncThreads, asyncQueue);
    }
}
