package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * How calls are mirrored and compared at the stages SHADOW and VERIFY.
 *
 * @param share of the calls that are mirrored, 0 to 1; all by default, and 0 mirrors nothing
 * @param threads that ask the other side, 4, and as many that ask both again; together no more than {@code
 *     ConcurrencyOptions.shadows}, or some are turned away there
 * @param queue calls that wait for one of them, 128; each holds its request and its answer. One more is dropped
 * @param longestWait in the queue, after which a call is dropped: the sides would answer as of different moments; 1 s
 * @param deadline of each answer of either side, 1 s. The service is cut off then; the local search is told, and never cut off
 * @param noiseShare of the mirrored calls for which the local search is asked twice and compared with itself, 0 to 1; 0.01
 * @param comparison what counts as a difference
 * @param lag how a defect is told from lag
 * @param salt under which ids of customers are hashed wherever they would be shown or kept; unless it is set, a client takes a
 *     random one. Set to a secret of the host's own, the same customer has the same hash in all its processes
 * @param cases where mismatching calls are kept; nowhere by default
 */
public record ShadowOptions(
        double share,
        int threads,
        int queue,
        Duration longestWait,
        Duration deadline,
        double noiseShare,
        ComparisonOptions comparison,
        LagOptions lag,
        String salt,
        @Nullable CaseOptions cases) {
    public static final ShadowOptions DEFAULTS = new ShadowOptions(
            1,
            4,
            128,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            0.01,
            ComparisonOptions.DEFAULTS,
            LagOptions.DEFAULTS,
            "discounts",
            null);

    public ShadowOptions {
        Require.share(share, "share");
        Require.that(threads >= 1, "threads must be positive");
        Require.that(queue >= 1, "queue must be positive");
        Require.positive(longestWait, "longestWait");
        Require.positive(deadline, "deadline");
        Require.share(noiseShare, "noiseShare");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(lag, "lag");
        Require.that(!salt.isEmpty(), "salt must not be empty");
    }

    public ShadowOptions withShare(double newShare) {
        return new ShadowOptions(
                newShare, threads, queue, longestWait, deadline, noiseShare, comparison, lag, salt, cases);
    }

    /** How many calls at a time, and how many wait. */
    public ShadowOptions withRoom(int newThreads, int newQueue) {
        return new ShadowOptions(
                share, newThreads, newQueue, longestWait, deadline, noiseShare, comparison, lag, salt, cases);
    }

    public ShadowOptions withLongestWait(Duration newLongestWait) {
        return new ShadowOptions(
                share, threads, queue, newLongestWait, deadline, noiseShare, comparison, lag, salt, cases);
    }

    public ShadowOptions withDeadline(Duration newDeadline) {
        return new ShadowOptions(
                share, threads, queue, longestWait, newDeadline, noiseShare, comparison, lag, salt, cases);
    }

    public ShadowOptions withNoiseShare(double newNoiseShare) {
        return new ShadowOptions(
                share, threads, queue, longestWait, deadline, newNoiseShare, comparison, lag, salt, cases);
    }

    public ShadowOptions with(ComparisonOptions newComparison) {
        return new ShadowOptions(
                share, threads, queue, longestWait, deadline, noiseShare, newComparison, lag, salt, cases);
    }

    public ShadowOptions with(LagOptions newLag) {
        return new ShadowOptions(
                share, threads, queue, longestWait, deadline, noiseShare, comparison, newLag, salt, cases);
    }

    public ShadowOptions withSalt(String newSalt) {
        return new ShadowOptions(
                share, threads, queue, longestWait, deadline, noiseShare, comparison, lag, newSalt, cases);
    }

    public ShadowOptions with(CaseOptions newCases) {
        return new ShadowOptions(
                share, threads, queue, longestWait, deadline, noiseShare, comparison, lag, salt, newCases);
    }
}
