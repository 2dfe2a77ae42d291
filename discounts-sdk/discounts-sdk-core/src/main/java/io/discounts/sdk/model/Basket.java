package io.discounts.sdk.model;

import java.util.List;
import java.util.Objects;

/**
 * What the customer is about to pay, before discounts. Money is in minor units.
 *
 * @param currency ISO 4217
 * @param items 1 to 500
 */
public record Basket(String currency, List<BasketItem> items, long deliveryFee, long serviceFee) {
    public Basket {
        Objects.requireNonNull(currency, "currency");
        items = List.copyOf(items);
        Require.that(!items.isEmpty() && items.size() <= 500, "1 to 500 items");
        Require.that(
                items.stream().map(BasketItem::lineId).distinct().count() == items.size(), "lineIds must be unique");
        Require.that(deliveryFee >= 0 && serviceFee >= 0, "fees must not be negative");
    }
}
