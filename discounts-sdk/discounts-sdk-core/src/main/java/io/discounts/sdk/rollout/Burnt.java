package io.discounts.sdk.rollout;

/** Which budget of a guard was burnt. */
public enum Burnt {
    /** Too many calls without an answer of the service. */
    ERRORS,
    /** Too many answers that differ from the local search's for no good reason. */
    DEFECTS,
    /** Too many slow answers. */
    LATENCY
}
