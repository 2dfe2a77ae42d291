package io.discounts.sdk.rollout;

/** The flags that are read, all of them. Their values are told in {@code docs/sdk/flags.md}. */
public final class FlagKeys {
    /** Boolean: everything is local while it is on. Also the name of the system property that does the same. */
    public static final String KILL_SWITCH = "discounts.kill-switch";

    /** String, a {@link Staging}: where searches go. */
    public static final String SEARCH_STAGE = "discounts.search.stage";

    /** String, a {@link Staging}: where evaluations go, and with them whatever follows from them. */
    public static final String EVALUATE_STAGE = "discounts.evaluate.stage";

    private FlagKeys() {}
}
