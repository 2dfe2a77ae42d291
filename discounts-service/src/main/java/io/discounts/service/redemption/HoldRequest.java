package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * What a checkout asks to be held, all of it or nothing.
 *
 * @param discounts at least one, none twice
 * @param time how long
 */
public record HoldRequest(
        Region region, String customerId, String checkoutId, List<HeldDiscount> discounts, Duration time) {
    public HoldRequest {
        discounts = List.copyOf(discounts);
        var ids = new HashSet<DiscountId>();
        if (discounts.isEmpty() || !discounts.stream().allMatch(held -> ids.add(held.discountId()))) {
            throw new IllegalArgumentException("a hold names at least one discount, and none twice");
        }
    }
}
