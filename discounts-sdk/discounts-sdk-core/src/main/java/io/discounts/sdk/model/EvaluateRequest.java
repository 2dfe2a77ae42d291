package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * What a basket costs in a store.
 *
 * @param region ISO 3166-1 alpha-2 country code in capitals
 * @param at the moment to decide for; absent: now
 */
public record EvaluateRequest(
        String region,
        String storeId,
        Customer customer,
        Context context,
        Basket basket,
        @Nullable Instant at) {
    public EvaluateRequest {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(storeId, "storeId");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(basket, "basket");
    }
}
