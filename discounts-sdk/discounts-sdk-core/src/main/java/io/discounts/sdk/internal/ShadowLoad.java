package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.rollout.RouteKey;

import java.util.List;

/** What the shadow holds just now. Safe for use by many threads. */
public interface ShadowLoad {
    /** Calls that wait to be mirrored. */
    int queued();

    /** Mismatches that wait to be told apart from lag. */
    int suspects();

    /** What they go by, of one operation. */
    List<RouteKey> suspects(Operation operation);
}
