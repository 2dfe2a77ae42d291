package io.discounts.sdk.shadow;

import java.time.Duration;
import java.util.Objects;

/**
 * How a defect is told from lag: both sides are asked again once the service's watermarks have passed the moment at which the
 * local search answered, and what is still there is watched for a while.
 *
 * @param slack by how much watermarks have to pass it: what lies between a change that the local search sees and the time its
 *     event bears, and between the clocks; 2 s
 * @param earliest before which nothing is asked again, 1 s; from one look to the next it takes up to three times as long
 * @param longestWait for watermarks, 60 s
 * @param longestWatch at what is still there then, 3 min. What has not been told by its end is undecided
 * @param confirmations that a mismatch needs to be a defect, 12. Each is a moment at which the local search said the same as at
 *     the call and whose state the service, having got there, does not know of. What comes and goes, and is late, passes for a
 *     defect with a probability of 4<sup>-(confirmations + 1)</sup> at most
 * @param suspects mismatching calls that wait at a time; one more is undecided at once; 256
 */
public record LagOptions(
        Duration slack,
        Duration earliest,
        Duration longestWait,
        Duration longestWatch,
        int confirmations,
        int suspects) {
    public static final LagOptions DEFAULTS = new LagOptions(
            Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(3), 12, 256);

    public LagOptions {
        Objects.requireNonNull(slack, "slack");
        Require.that(!slack.isNegative(), "slack must not be negative");
        Require.positive(earliest, "earliest");
        Require.positive(longestWait, "longestWait");
        Require.positive(longestWatch, "longestWatch");
        Require.that(confirmations >= 1, "confirmations must be positive");
        Require.that(suspects >= 1, "suspects must be positive");
    }

    public LagOptions withSlack(Duration newSlack) {
        return new LagOptions(newSlack, earliest, longestWait, longestWatch, confirmations, suspects);
    }

    public LagOptions withEarliest(Duration newEarliest) {
        return new LagOptions(slack, newEarliest, longestWait, longestWatch, confirmations, suspects);
    }

    public LagOptions withLongestWait(Duration newLongestWait) {
        return new LagOptions(slack, earliest, newLongestWait, longestWatch, confirmations, suspects);
    }

    public LagOptions withLongestWatch(Duration newLongestWatch) {
        return new LagOptions(slack, earliest, longestWait, newLongestWatch, confirmations, suspects);
    }

    public LagOptions withConfirmations(int newConfirmations) {
        return new LagOptions(slack, earliest, longestWait, longestWatch, newConfirmations, suspects);
    }

    public LagOptions withSuspects(int newSuspects) {
        return new LagOptions(slack, earliest, longestWait, longestWatch, confirmations, newSuspects);
    }
}
