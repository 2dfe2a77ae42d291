package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;

/**
 * A discount that a checkout uses.
 *
 * @param amount what it takes off, from 1 to {@link io.discounts.service.discount.Money#MAX_MINOR_UNITS} in minor units of
 *     its currency
 */
public record HeldDiscount(DiscountId discountId, long amount) {}
