package io.discounts.sdk.model;

import io.discounts.sdk.Path;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Discounts held or used by a checkout, and the side that knows of it. */
public record Redemption(
        String redemptionId,
        RedemptionStatus status,
        long fencingToken,
        Instant expiresAt,
        List<HeldDiscount> discounts,
        Path path) {
    public Redemption {
        Objects.requireNonNull(redemptionId, "redemptionId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(expiresAt, "expiresAt");
        discounts = List.copyOf(discounts);
        Objects.requireNonNull(path, "path");
    }

    public Redemption on(Path newPath) {
        return new Redemption(redemptionId, status, fencingToken, expiresAt, discounts, newPath);
    }
}
