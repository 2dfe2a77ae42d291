package io.discounts.sdk.model;

import java.util.List;
import java.util.Objects;

/**
 * A discount that is taken off.
 *
 * @param amount what it saves, in minor units
 * @param target {@code items}, {@code delivery_fee} or {@code service_fee}
 * @param lines only for items, in basket order, without zeros; they add up to the amount
 */
public record AppliedDiscount(String discountId, long amount, String target, List<LineAmount> lines) {
    public AppliedDiscount {
        Objects.requireNonNull(discountId, "discountId");
        Objects.requireNonNull(target, "target");
        lines = List.copyOf(lines);
        Require.that(amount >= 0, "amount must not be negative");
    }
}
