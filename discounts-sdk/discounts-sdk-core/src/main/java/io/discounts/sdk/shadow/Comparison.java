package io.discounts.sdk.shadow;

import java.util.List;

/** What came of holding the two sides of a call against each other. */
public sealed interface Comparison {
    /** They say the same. */
    record Matched() implements Comparison {}

    /**
     * They differ.
     *
     * @param verdict whether lag explains it
     */
    record Mismatched(List<Mismatch> mismatches, Verdict verdict) implements Comparison {
        public Mismatched {
            mismatches = List.copyOf(mismatches);
        }
    }

    /** One side gave no answer to compare, which is no defect of what it answers. */
    record Incomparable(String why) implements Comparison {}

    /** What a mismatch is. */
    enum Verdict {
        /** It healed once the service had applied all events up to the moment of the call. */
        LAG,
        /** The local search does not agree with itself about this call either. */
        NOISE,
        /** It stays. */
        DEFECT
    }
}
