package io.discounts.sample.shop;

import io.discounts.sample.search.Offers;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;

import java.util.List;
import java.util.stream.IntStream;

/** What a customer wants from a store, as {@code margherita:2,water}: products of its menu, one of each unless said otherwise. */
record Cart(Store store, Basket basket) {
    private static final long DELIVERY = 290;

    static Cart of(Store store, String wanted) {
        var lines = wanted.split(",", -1);
        var items = IntStream.range(0, lines.length)
                .mapToObj(line -> item("l" + (line + 1), store, lines[line]))
                .toList();
        return new Cart(store, new Basket(Offers.CURRENCY, items, DELIVERY, 0));
    }

    private static BasketItem item(String lineId, Store store, String wanted) {
        var parts = wanted.split(":", 2);
        var product = store.product(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(store.id() + " sells no '" + parts[0] + "'"));
        var quantity = parts.length == 1 ? 1 : quantity(parts[1]);
        return new BasketItem(lineId, product.id(), List.of(product.category()), quantity, product.price());
    }

    private static int quantity(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("no quantity: '" + text + "'", noNumber);
        }
    }
}
