package io.discounts.sdk.internal;

/** What the shadow holds just now. Safe for use by many threads. */
public interface ShadowLoad {
    /** Calls that wait to be mirrored. */
    int queued();

    /** Mismatches that wait to be told apart from lag. */
    int suspects();
}
