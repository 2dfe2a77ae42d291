package io.discounts.service.redemption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings below {@code discounts.redemption}.
 *
 * @param rounds whether this process ends holds that have expired and looks what is exhausted or held, as instances do
 * @param transactionTimeout after which a write gives up and is answered with 503; whole seconds, below the locks' five
 * @param twinPatience how long a request waits for the answer of another with the same idempotency key
 * @param lockPatience how long a hold on an exclusive discount waits for Redis
 * @param usesPatience how long a read waits to learn how often a customer has used what it may use so often
 * @param sweepEvery how often each instance looks for holds that have expired
 * @param pollEvery how often each instance looks what is exhausted or held
 */
@ConfigurationProperties("discounts.redemption")
record RedemptionProperties(
        @DefaultValue("true") boolean rounds,
        @DefaultValue("3s") Duration transactionTimeout,
        @DefaultValue("3s") Duration twinPatience,
        @DefaultValue("80ms") Duration lockPatience,
        @DefaultValue("50ms") Duration usesPatience,
        @DefaultValue("500ms") Duration sweepEvery,
        @DefaultValue("400ms") Duration pollEvery) {
    RedemptionProperties {
        if (transactionTimeout.toSeconds() < 1 || transactionTimeout.compareTo(RedissonDiscountLocks.IN_FLIGHT) >= 0) {
            throw new IllegalArgumentException("discounts.redemption.transaction-timeout must be from 1 to 4 seconds");
        }
    }
}
