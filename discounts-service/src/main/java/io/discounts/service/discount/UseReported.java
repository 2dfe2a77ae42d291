package io.discounts.service.discount;

/**
 * A provider's own word that a use of one of its discounts has been booked. It changes no discount: it settles the
 * redemption. Told twice it changes nothing, whatever its version.
 *
 * @param redemptionId as the provider has it, 1 to 128 characters
 * @param orderId the order that used the discount, 1 to 128 characters
 */
public record UseReported(DiscountId id, Region region, long version, String redemptionId, String orderId)
        implements CatalogChange {
    public UseReported {
        Checks.check(version >= 0, "version must not be negative");
        Checks.name(redemptionId, "redemptionId", Checks.MAX_NAME);
        Checks.name(orderId, "orderId", Checks.MAX_NAME);
    }
}
