package io.discounts.sdk.model;

import io.discounts.sdk.Path;

import java.util.Objects;

/**
 * The checkout is given up: its held discounts are free again.
 *
 * @param path the side that holds them
 * @param fencingToken what the hold was given
 */
public record ReleaseRequest(Path path, String idempotencyKey, String redemptionId, long fencingToken) {
    public ReleaseRequest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(redemptionId, "redemptionId");
    }
}
