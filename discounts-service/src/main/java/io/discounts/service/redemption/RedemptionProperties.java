package io.discounts.service.redemption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings below {@code discounts.redemption}.
 *
 * @param rounds whether this process ends holds that have expired and looks what is exhausted or held, as instances do
 * @param transactionTimeout after which a write begins nothing more and is answered with 503; whole seconds, below the locks' five
 * @param twinPatience how long a request waits for the answer of another with the same idempotency key
 * @param lockPatience how long a hold on an exclusive discount waits for Redis
 * @param usesPatience how long a read waits to learn how often a customer has used what it may use so often
 * @param sweepEvery how often each instance looks for holds that have expired
 * @param pollEvery how often each instance looks what is exhausted or held
 * @param reconcileEvery how often one instance looks whether budgets, holds and uses agree; less often where that takes long
 * @param reconcileGrace how long past its time a hold may be held without being a difference
 * @param uses how many customers and uses of theirs are remembered so that MySQL is not asked about all others; three bytes
 *     each are taken at the start
 * @param keepEnded how long redemptions are kept of which nothing stands: released, expired, cancelled, compensated
 * @param keepOverruns how long overruns are kept; no shorter than what has ended
 */
@ConfigurationProperties("discounts.redemption")
record RedemptionProperties(
        @DefaultValue("true") boolean rounds,
        @DefaultValue("3s") Duration transactionTimeout,
        @DefaultValue("3s") Duration twinPatience,
        @DefaultValue("80ms") Duration lockPatience,
        @DefaultValue("50ms") Duration usesPatience,
        @DefaultValue("500ms") Duration sweepEvery,
        @DefaultValue("400ms") Duration pollEvery,
        @DefaultValue("15m") Duration reconcileEvery,
        @DefaultValue("1m") Duration reconcileGrace,
        @DefaultValue("10000000") int uses,
        @DefaultValue("30d") Duration keepEnded,
        @DefaultValue("400d") Duration keepOverruns) {
    /** Longer than answers are kept under their idempotency keys, which name redemptions. */
    private static final Duration LEAST_KEPT = Duration.ofDays(2);

    private static final int MOST_USES = 500_000_000;

    RedemptionProperties {
        if (transactionTimeout.toSeconds() < 1 || transactionTimeout.compareTo(RedissonDiscountLocks.IN_FLIGHT) >= 0) {
            throw new IllegalArgumentException("discounts.redemption.transaction-timeout must be from 1 to 4 seconds");
        }
        if (uses < 1 || uses > MOST_USES) {
            throw new IllegalArgumentException("discounts.redemption.uses must be from 1 to " + MOST_USES);
        }
        if (keepEnded.compareTo(LEAST_KEPT) < 0 || keepOverruns.compareTo(keepEnded) < 0) {
            throw new IllegalArgumentException("discounts.redemption.keep-ended must be at least 2 days, and"
                    + " discounts.redemption.keep-overruns no shorter");
        }
    }
}
