package io.discounts.service.redemption;

import io.discounts.service.discount.Region;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A checkout's hold on discounts, and what became of it.
 *
 * @param fencingToken grows from hold to hold: who holds a discount exclusively has a greater one than all before
 * @param expiresAt when a hold ends by itself
 * @param orderId once it is confirmed
 */
public record Redemption(
        RedemptionId id,
        long fencingToken,
        Region region,
        String customerId,
        String checkoutId,
        @Nullable String orderId,
        RedemptionStatus status,
        Instant expiresAt,
        List<HeldDiscount> discounts) {
    public Redemption {
        discounts = List.copyOf(discounts);
    }

    boolean isDue(Instant now) {
        return status == RedemptionStatus.HELD && !now.isBefore(expiresAt);
    }

    Redemption with(RedemptionStatus next, @Nullable String order) {
        return new Redemption(id, fencingToken, region, customerId, checkoutId, order, next, expiresAt, discounts);
    }
}
