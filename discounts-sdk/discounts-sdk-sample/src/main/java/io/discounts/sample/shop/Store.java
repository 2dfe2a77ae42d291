package io.discounts.sample.shop;

import java.util.List;
import java.util.Optional;

/** A store with what it sells. */
record Store(String id, String name, String city, String type, List<Product> menu) {
    Store {
        menu = List.copyOf(menu);
    }

    Optional<Product> product(String productId) {
        return menu.stream().filter(product -> product.id().equals(productId)).findFirst();
    }
}
