package io.discounts.sdk.rollout;

/**
 * How many of its calls an operation may spoil, as shares from 0 to 1. Between the two shares nothing is promised: the guard
 * may step down, and may take long for it.
 *
 * @param allowed up to here a step down is a false one
 * @param intolerable from here on a step down is certain and soon
 */
public record GuardBudget(double allowed, double intolerable) {
    public GuardBudget {
        if (!(allowed > 0 && allowed < intolerable && intolerable < 1)) {
            throw new IllegalArgumentException("budgets are shares with 0 < allowed < intolerable < 1");
        }
    }
}
