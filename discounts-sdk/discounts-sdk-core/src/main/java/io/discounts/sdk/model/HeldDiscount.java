package io.discounts.sdk.model;

import java.util.Objects;

/** A discount of a redemption, with what it saves, in minor units. */
public record HeldDiscount(String discountId, long amount) {
    public HeldDiscount {
        Objects.requireNonNull(discountId, "discountId");
        Require.that(amount >= 0, "amount must not be negative");
    }
}
