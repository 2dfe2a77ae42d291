package io.discounts.service.eligibility;

/**
 * What a rule says of the facts, in three-valued logic (Kleene's strong logic of indeterminacy): unknown stays unknown until
 * the missing fact is told.
 */
public sealed interface Verdict {
    Verdict TRUE = new True();
    Verdict UNKNOWN = new Unknown();

    /** The rule holds. */
    record True() implements Verdict {}

    /** The rule fails, and why. */
    record False(ReasonCode reason) implements Verdict {}

    /** A fact is missing. */
    record Unknown() implements Verdict {}

    static Verdict because(boolean holds, ReasonCode otherwise) {
        return holds ? TRUE : otherwise.verdict();
    }
}
