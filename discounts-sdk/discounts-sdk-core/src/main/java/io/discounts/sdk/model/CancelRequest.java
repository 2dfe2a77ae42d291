package io.discounts.sdk.model;

import io.discounts.sdk.Path;

import java.util.Objects;

/**
 * A confirmed order is cancelled: its discounts are given back.
 *
 * @param path the side that holds them
 * @param fencingToken what the hold was given
 */
public record CancelRequest(Path path, String idempotencyKey, String redemptionId, long fencingToken) {
    public CancelRequest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(redemptionId, "redemptionId");
    }
}
