package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Second attempts, of which a call makes one at most.
 *
 * @param ratio of second attempts to calls at most, 0.1; 0 for none
 * @param burst how many of them a quiet time may save up for a bad one, 1
 * @param hedge second attempts of reads before the first has failed, paid from the same budget; absent by default: none
 */
public record RetryOptions(
        double ratio, int burst, @Nullable HedgeOptions hedge) {
    public static final RetryOptions DEFAULTS = new RetryOptions(0.1, 1, null);

    public RetryOptions {
        Require.that(ratio >= 0 && ratio <= 1, "ratio must be 0 to 1");
        Require.that(burst >= 1, "burst must be positive");
    }

    public RetryOptions with(HedgeOptions newHedge) {
        return new RetryOptions(ratio, burst, newHedge);
    }
}
