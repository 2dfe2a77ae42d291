package io.discounts.service.eligibility;

/**
 * What a rule says of the facts, in three-valued logic (Kleene's strong logic of indeterminacy): unknown stays unknown until
 * the missing fact is told. Why is told by {@link Reasons}, so that deciding leaves no garbage where nobody asks why.
 */
public enum Verdict {
    TRUE,
    FALSE,
    /** A fact is missing. */
    UNKNOWN;

    static Verdict of(boolean holds) {
        return holds ? TRUE : FALSE;
    }
}
