package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;

import java.time.Instant;
import java.util.List;

/**
 * Whose a redemption is, and how it stands.
 *
 * @param number of the redemption
 * @param discounts that it uses, or has used
 * @param createdAt when its hold was asked for, by the clock of the instance that took it
 * @param changedAt when it came to stand so, by the clock of the instance that did it
 */
record Redeemer(
        long number,
        Pseudonym customer,
        List<DiscountId> discounts,
        RedemptionStatus status,
        Instant createdAt,
        Instant changedAt) {
    Redeemer {
        discounts = List.copyOf(discounts);
    }
}
