package io.discounts.sdk.report;

import java.util.Objects;

/**
 * What is gathered, and how it is judged. Whatever is gathered is bounded: the first so many kinds are told apart, and what
 * comes later is counted together as {@code other}.
 *
 * @param budget for each segment
 * @param segmentBy what a segment of an operation is, {@link SegmentBy#REGION}
 * @param segments of each operation that are told apart, 32; some 30 kB each and for each processor, up to four
 * @param mismatches classes of mismatches that are told apart, 200
 * @param examples of each class that are kept, the latest 3
 */
public record ReportOptions(Budget budget, SegmentBy segmentBy, int segments, int mismatches, int examples) {
    public static final ReportOptions DEFAULTS = new ReportOptions(Budget.DEFAULTS, SegmentBy.REGION, 32, 200, 3);

    public ReportOptions {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(segmentBy, "segmentBy");
        if (segments < 1 || mismatches < 1 || examples < 1) {
            throw new IllegalArgumentException("segments, mismatches and examples must be positive");
        }
    }

    public ReportOptions with(Budget newBudget) {
        return new ReportOptions(newBudget, segmentBy, segments, mismatches, examples);
    }

    public ReportOptions with(SegmentBy newSegmentBy) {
        return new ReportOptions(budget, newSegmentBy, segments, mismatches, examples);
    }
}
