package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

/**
 * What a rollout may go by.
 *
 * @param region absent for what finishes a hold, which follows the path of the hold and obeys nothing but the kill switch
 * @param storeId absent unless the call is about one store
 */
public record RouteKey(
        @Nullable String region,
        @Nullable String customerId,
        @Nullable String storeId,
        @Nullable String city) {}
