package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;

import java.time.Instant;
import java.util.List;

/**
 * Whose a redemption is.
 *
 * @param number of the redemption
 * @param discounts that it uses, or has used
 * @param createdAt when its hold was asked for, by the clock of the instance that took it
 */
record Redeemer(long number, Pseudonym customer, List<DiscountId> discounts, Instant createdAt) {
    Redeemer {
        discounts = List.copyOf(discounts);
    }
}
