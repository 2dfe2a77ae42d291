package io.discounts.service.eligibility;

import java.util.Collection;

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

    /** What several say together: false if one is, else unknown if one is. */
    static Verdict all(Collection<Verdict> verdicts) {
        if (verdicts.contains(FALSE)) {
            return FALSE;
        }
        return verdicts.contains(UNKNOWN) ? UNKNOWN : TRUE;
    }
}
