package io.discounts.sdk.model;

import io.discounts.sdk.Path;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Holds discounts for a checkout, all or none.
 *
 * @param path the side that evaluated the basket ({@code Answer.path()})
 * @param idempotencyKey the same key with the same request holds once, however often it is sent within a day
 * @param hold 10 s to 30 min, in whole seconds
 */
public record HoldRequest(
        Path path,
        String idempotencyKey,
        String region,
        String customerId,
        String checkoutId,
        List<HeldDiscount> discounts,
        Duration hold) {
    public static final Duration DEFAULT_HOLD = Duration.ofMinutes(5);

    public HoldRequest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(checkoutId, "checkoutId");
        discounts = List.copyOf(discounts);
        Require.that(!discounts.isEmpty(), "at least one discount");
        Require.that(
                hold.equals(Duration.ofSeconds(hold.toSeconds())) && hold.toSeconds() >= 10 && hold.toSeconds() <= 1800,
                "hold must be 10 to 1800 whole seconds");
    }
}
