package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;

/** Where calls go. Answers from memory: it never blocks and never throws. Safe for use by many threads. */
@FunctionalInterface
public interface Routes {
    Route route(Operation operation, RouteKey key);
}
