package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;

/** A call whose two sides have been compared, for good: what lag explains is told apart by then. */
public record ComparedCall(Operation operation, RouteKey key, Comparison comparison) {}
