package io.discounts.sdk.report;

import java.time.Duration;

/** What stands between a segment and the next stage. */
public sealed interface Obstacle {
    /** Too little was compared to say anything. */
    record TooFewComparisons(long comparisons, long needed) implements Obstacle {}

    /**
     * More calls may be defective than are allowed; that many are not, but it is not excluded yet either.
     *
     * @param cleanComparisonsMissing after which, without a further defect, it is excluded
     */
    record DefectsNotExcluded(double upperBound, double allowed, long cleanComparisonsMissing) implements Obstacle {}

    /** More calls were defective than are allowed. */
    record TooManyDefects(double observed, double allowed) implements Obstacle {}

    /** The service is slower than is allowed. */
    record TooSlow(Duration p99, Duration allowed) implements Obstacle {}

    /** Too many calls could not be compared. */
    record TooManyIncomparable(double share, double allowed) implements Obstacle {}
}
