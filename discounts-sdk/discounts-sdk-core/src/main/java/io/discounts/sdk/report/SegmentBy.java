package io.discounts.sdk.report;

import io.discounts.sdk.rollout.RouteKey;
import org.jspecify.annotations.Nullable;

/** What the calls of a segment have in common, beside their operation. */
public enum SegmentBy {
    /** The region of the request. */
    REGION,
    /** The city that the call names, for rollouts by city. */
    CITY;

    /** What a call belongs to by its key; absent if it does not say. */
    public @Nullable String of(RouteKey key) {
        return this == REGION ? key.region() : key.city();
    }
}
