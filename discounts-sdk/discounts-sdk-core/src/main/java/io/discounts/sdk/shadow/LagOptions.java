package io.discounts.sdk.shadow;

import java.time.Duration;
import java.util.Objects;

/**
 * How a defect is told from lag: both sides are asked again once the service's watermarks have passed the moment at which the
 * local search answered.
 *
 * @param slack by how much watermarks have to pass it: what lies between a change that the local search sees and the time its
 *     event bears, and between the clocks; 2 s
 * @param earliest before which nothing is asked again, 1 s
 * @param longestWait for watermarks, in each round; 60 s
 * @param confirmations rounds in a row that have to find a mismatch just as it was, for it to be a defect; 2
 * @param rounds after which a mismatch that changes all the time is given up as undecided, 5
 * @param suspects mismatching calls that wait at a time; one more is undecided at once; 256
 */
public record LagOptions(
        Duration slack, Duration earliest, Duration longestWait, int confirmations, int rounds, int suspects) {
    public static final LagOptions DEFAULTS =
            new LagOptions(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(60), 2, 5, 256);

    public LagOptions {
        Objects.requireNonNull(slack, "slack");
        Require.that(!slack.isNegative(), "slack must not be negative");
        Require.positive(earliest, "earliest");
        Require.positive(longestWait, "longestWait");
        Require.that(confirmations >= 1, "confirmations must be positive");
        Require.that(rounds >= confirmations, "rounds must not be fewer than confirmations");
        Require.that(suspects >= 1, "suspects must be positive");
    }

    public LagOptions withSlack(Duration newSlack) {
        return new LagOptions(newSlack, earliest, longestWait, confirmations, rounds, suspects);
    }

    public LagOptions withEarliest(Duration newEarliest) {
        return new LagOptions(slack, newEarliest, longestWait, confirmations, rounds, suspects);
    }

    public LagOptions withLongestWait(Duration newLongestWait) {
        return new LagOptions(slack, earliest, newLongestWait, confirmations, rounds, suspects);
    }

    /** How often, at least and at most. */
    public LagOptions withRounds(int newConfirmations, int newRounds) {
        return new LagOptions(slack, earliest, longestWait, newConfirmations, newRounds, suspects);
    }

    public LagOptions withSuspects(int newSuspects) {
        return new LagOptions(slack, earliest, longestWait, confirmations, rounds, newSuspects);
    }
}
