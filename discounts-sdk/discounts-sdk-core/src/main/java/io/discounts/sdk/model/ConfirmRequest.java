package io.discounts.sdk.model;

import io.discounts.sdk.Path;

import java.util.Objects;

/**
 * The order is placed: its held discounts are used.
 *
 * @param path the side that holds them
 * @param fencingToken what the hold was given
 */
public record ConfirmRequest(Path path, String idempotencyKey, String redemptionId, long fencingToken, String orderId) {
    public ConfirmRequest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(redemptionId, "redemptionId");
        Objects.requireNonNull(orderId, "orderId");
    }
}
