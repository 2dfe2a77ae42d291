package io.discounts.sdk.model;

import java.util.List;
import java.util.Objects;

/**
 * A line of a basket.
 *
 * @param lineId unique within the basket
 * @param quantity units, 1 to 1,000
 * @param unitPrice in minor units, 0 to 10⁹
 */
public record BasketItem(String lineId, String productId, List<String> categories, int quantity, long unitPrice) {
    public BasketItem {
        Objects.requireNonNull(lineId, "lineId");
        Objects.requireNonNull(productId, "productId");
        categories = List.copyOf(categories);
        Require.that(quantity >= 1 && quantity <= 1000, "quantity must be 1 to 1000");
        Require.that(unitPrice >= 0 && unitPrice <= 1_000_000_000, "unitPrice must be 0 to 10^9");
    }
}
