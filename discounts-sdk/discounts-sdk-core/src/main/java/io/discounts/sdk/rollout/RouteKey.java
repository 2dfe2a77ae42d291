package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** What a rollout may go by. */
public record RouteKey(
        String region,
        @Nullable String customerId,
        @Nullable String storeId,
        @Nullable String city) {
    public RouteKey {
        Objects.requireNonNull(region, "region");
    }
}
