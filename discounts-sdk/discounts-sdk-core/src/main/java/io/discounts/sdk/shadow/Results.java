package io.discounts.sdk.shadow;

/** Takes what comes of comparing. Safe for use by many threads. */
interface Results {
    void matched(Subject<?> subject);

    void incomparable(Subject<?> subject, String why);

    /** The answers are those in which the mismatches were seen last. */
    <A> void mismatched(Subject<A> subject, Comparison.Mismatched mismatched, A control, A candidate);

    /** The control was asked twice. */
    void sampled(Subject<?> subject, Comparison controlWithItself);
}
