package io.discounts.sample.search;

import io.discounts.sdk.Path;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.RedemptionStatus;

import java.time.Instant;
import java.util.List;

/** A row of the table of bookings. */
record Booking(String id, RedemptionStatus status, long fencingToken, Instant expiresAt, List<HeldDiscount> discounts) {
    Booking as(RedemptionStatus newStatus) {
        return new Booking(id, newStatus, fencingToken, expiresAt, discounts);
    }

    /** Nobody has to come by for a hold to expire. */
    Booking at(Instant now) {
        return status == RedemptionStatus.HELD && !now.isBefore(expiresAt) ? as(RedemptionStatus.EXPIRED) : this;
    }

    Redemption told() {
        return new Redemption(id, status, fencingToken, expiresAt, discounts, Path.LOCAL);
    }
}
