package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.report.Comparisons;
import io.discounts.sdk.shadow.Comparison;

import java.util.concurrent.atomic.LongAdder;

/** What is known of the calls of one segment. */
final class SegmentLedger {
    final Histogram control;
    final Histogram candidate;
    private final LongAdder matched = new LongAdder();
    private final LongAdder lag = new LongAdder();
    private final LongAdder noise = new LongAdder();
    private final LongAdder undecided = new LongAdder();
    private final LongAdder defects = new LongAdder();
    private final LongAdder incomparable = new LongAdder();

    SegmentLedger(int processors) {
        control = new Histogram(processors);
        candidate = new Histogram(processors);
    }

    void add(Comparison comparison) {
        of(comparison).increment();
    }

    /** With so many more that are being looked at. */
    Comparisons comparisons(long suspects) {
        return new Comparisons(
                matched.sum(), lag.sum(), noise.sum(), undecided.sum(), defects.sum(), incomparable.sum(), suspects);
    }

    private LongAdder of(Comparison comparison) {
        if (comparison instanceof Comparison.Mismatched mismatched) {
            return switch (mismatched.verdict()) {
                case LAG -> lag;
                case NOISE -> noise;
                case UNDECIDED -> undecided;
                case DEFECT -> defects;
            };
        }
        return comparison instanceof Comparison.Matched ? matched : incomparable;
    }
}
