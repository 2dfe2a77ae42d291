package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

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
        return changed(it -> it.share = newShare);
    }

    /** How many calls at a time, and how many wait. */
    public ShadowOptions withRoom(int newThreads, int newQueue) {
        return changed(it -> {
            it.threads = newThreads;
            it.queue = newQueue;
        });
    }

    public ShadowOptions withLongestWait(Duration newLongestWait) {
        return changed(it -> it.longestWait = newLongestWait);
    }

    public ShadowOptions withDeadline(Duration newDeadline) {
        return changed(it -> it.deadline = newDeadline);
    }

    public ShadowOptions withNoiseShare(double newNoiseShare) {
        return changed(it -> it.noiseShare = newNoiseShare);
    }

    public ShadowOptions with(ComparisonOptions newComparison) {
        return changed(it -> it.comparison = newComparison);
    }

    public ShadowOptions with(LagOptions newLag) {
        return changed(it -> it.lag = newLag);
    }

    public ShadowOptions withSalt(String newSalt) {
        return changed(it -> it.salt = newSalt);
    }

    public ShadowOptions with(CaseOptions newCases) {
        return changed(it -> it.cases = newCases);
    }

    private ShadowOptions changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Options being changed. */
    private static final class Draft {
        private double share;
        private int threads;
        private int queue;
        private Duration longestWait;
        private Duration deadline;
        private double noiseShare;
        private ComparisonOptions comparison;
        private LagOptions lag;
        private String salt;
        private @Nullable CaseOptions cases;

        Draft(ShadowOptions from) {
            share = from.share;
            threads = from.threads;
            queue = from.queue;
            longestWait = from.longestWait;
            deadline = from.deadline;
            noiseShare = from.noiseShare;
            comparison = from.comparison;
            lag = from.lag;
            salt = from.salt;
            cases = from.cases;
        }

        ShadowOptions options() {
            return new ShadowOptions(
                    share, threads, queue, longestWait, deadline, noiseShare, comparison, lag, salt, cases);
        }
    }
}
