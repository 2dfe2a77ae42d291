package io.discounts.sdk.internal.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket: each call earns a part of a token, each further attempt costs a whole one. It begins empty, so that from the
 * first call on there are never more attempts than {@code calls × (1 + ratio)}. After gRPC's retry throttling (A6).
 */
public final class RetryBudget {
    private static final long TOKEN = 1_000_000;

    private final long earned;
    private final long most;
    private final AtomicLong balance = new AtomicLong();

    /**
     * An empty bucket.
     *
     * @param ratio of further attempts to calls, 0 to 1
     * @param burst how many tokens it holds: what a quiet time may save up for a bad one
     */
    public RetryBudget(double ratio, int burst) {
        this.earned = Math.round(ratio * TOKEN);
        this.most = burst * TOKEN;
    }

    void earn() {
        balance.updateAndGet(before -> Math.min(most, before + earned));
    }

    boolean spend() {
        return balance.getAndUpdate(before -> before >= TOKEN ? before - TOKEN : before) >= TOKEN;
    }
}
