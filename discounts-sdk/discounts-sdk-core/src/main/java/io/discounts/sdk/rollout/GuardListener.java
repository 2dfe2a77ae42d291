package io.discounts.sdk.rollout;

/** Learns when a guard steps down, once each time, on the thread of the call that burnt the budget. Must not block. */
@FunctionalInterface
public interface GuardListener {
    void steppedDown(StepDown step);
}
