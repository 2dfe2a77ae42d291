package io.discounts.sdk.shadow;

import java.util.List;

/** What came of holding the two sides of a call against each other. */
public sealed interface Comparison {
    /** They say the same. */
    record Matched() implements Comparison {}

    /**
     * They differ.
     *
     * @param mismatches those that the verdict is about, a bounded number of them
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
        DEFECT,
        /**
         * It could not be told in time: the service's watermark did not get as far as the call, the data kept changing, or too
         * many mismatches wait to be told. Whoever decides on the next stage should count it as a defect, whoever steps down by
         * himself should not.
         */
        UNDECIDED
    }
}
