package io.discounts.sample.search;

/** What can be made wrong with the search on purpose, to see it found: {@code --sample.defects=rounding,missing-store}. */
public enum Defect {
    /** Savings are rounded down instead of half up: a cent is missing now and then. */
    ROUNDING,
    /** The search has never heard of the store that joined last. */
    MISSING_STORE,
    /** What has ended goes on for a day, as if a nightly job had to clear it away. */
    EXPIRED_SHOWN
}
