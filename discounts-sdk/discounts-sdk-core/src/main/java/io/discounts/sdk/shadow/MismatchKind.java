package io.discounts.sdk.shadow;

/** How control and candidate differ at a place. */
public enum MismatchKind {
    /** The control has it, the candidate lacks it. */
    MISSING,
    /** The candidate has it, the control lacks it. */
    EXTRA,
    /** Both have it, with different values. */
    VALUE,
    /** Both have the same, in another order. */
    ORDER
}
