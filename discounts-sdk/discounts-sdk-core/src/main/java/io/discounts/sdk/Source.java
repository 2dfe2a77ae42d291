package io.discounts.sdk;

/** Where an answer comes from. */
public enum Source {
    /** The service. */
    REMOTE,
    /** The monolith's own search. */
    LOCAL,
    /** The service, past its freshness bound because a store behind it is down. */
    STALE
}
