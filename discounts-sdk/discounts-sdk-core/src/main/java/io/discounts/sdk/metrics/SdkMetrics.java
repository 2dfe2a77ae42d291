package io.discounts.sdk.metrics;

/** The name of every meter and observation, and what its tags may be. None of them ever holds an id. */
public final class SdkMetrics {
    /** How long callers waited, by operation, source (none: neither side answered) and reason. */
    public static final String CALLS = "discounts.client.calls";

    /** How long each side took of it, by operation and side (remote, local). */
    public static final String SIDES = "discounts.client.sides";

    /** Calls that the service did not answer, by operation and reason. */
    public static final String REMOTE_FAILURES = "discounts.client.remote.failures";

    /** Comparisons of the two sides, by operation and result (matched, lag, noise, defect, undecided,
     * incomparable). */
    public static final String COMPARISONS = "discounts.client.comparisons";

    /** Comparisons that mismatch, by operation, verdict (lag, noise, defect, undecided) and kind (missing, extra, value, order). */
    public static final String MISMATCHES = "discounts.client.mismatches";

    /** Calls that the local search was asked twice for, by operation and result (matched, noise, incomparable). */
    public static final String NOISE_SAMPLES = "discounts.client.noise.samples";

    /** Calls that were to be mirrored and were not, by operation and reason. */
    public static final String SHADOW_DROPS = "discounts.client.shadow.drops";

    /** Calls that wait to be mirrored. */
    public static final String SHADOW_QUEUE = "discounts.client.shadow.queue";

    /** Mismatches that wait to be told apart from lag. */
    public static final String SHADOW_SUSPECTS = "discounts.client.shadow.suspects";

    /** Steps of breakers, by breaker and the state they went to. */
    public static final String BREAKER_CHANGES = "discounts.client.breaker.changes";

    /** Discounts of the service left out of an answer, by the part that is unknown to this version. */
    public static final String SKIPPED = "discounts.client.skipped";

    /** Readings of flags, by flag, OpenFeature's reason, and its error code (none). */
    public static final String FLAG_READINGS = "discounts.client.flags";

    /** 1 while the kill switch is on. */
    public static final String KILL_SWITCH = "discounts.client.kill.switch";

    /** The stage by the flag of an operation, 0 LOCAL to 4 REMOTE_ONLY; -1 until the flag was read. */
    public static final String STAGE = "discounts.client.stage";

    /** How much of the operation is at that stage, in percent; the rest is at the one below. */
    public static final String ROLLOUT = "discounts.client.rollout";

    /** The furthest stage that the guard allows an operation, as numbers as those of {@link #STAGE}. */
    public static final String CEILING = "discounts.client.guard.ceiling";

    /** Steps down of the guard, by operation and burnt budget (errors, defects, latency). */
    public static final String STEP_DOWNS = "discounts.client.guard.step.downs";

    /** 1 if the report's budget allows the operation the next stage in each of its segments. */
    public static final String MAY_GO_FURTHER = "discounts.client.may.go.further";

    /** The highest of the 95 % upper bounds of an operation's segments, of the share of defective calls; 1 without any. */
    public static final String DEFECT_BOUND = "discounts.client.defect.bound";

    /** The observation of a call, by operation, source and reason. */
    public static final String CALL_OBSERVATION = "discounts.client.call";

    private SdkMetrics() {}
}
