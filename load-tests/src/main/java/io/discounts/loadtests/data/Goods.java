package io.discounts.loadtests.data;

import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is sold, by category and by product. */
final class Goods {
    static final List<String> CATEGORIES = List.of(
            "pizza",
            "burger",
            "sushi",
            "salad",
            "dessert",
            "soft-drink",
            "wine",
            "fruit",
            "bread",
            "dairy",
            "vitamins",
            "cosmetics",
            "flowers",
            "pet-food",
            "cables",
            "menú del día");

    private static final int PRODUCTS = 40;

    private Goods() {}

    /** All items for three offers of ten, categories for five, single products for the rest. */
    static Target.Items items(Chance chance, String store) {
        return switch (chance.weighted(30, 50, 20)) {
            case 0 -> Target.Items.ALL;
            case 1 -> new Target.Items(new Selection(Set.of(), categories(chance)));
            default -> new Target.Items(new Selection(products(chance, store), Set.of()));
        };
    }

    static Set<String> categories(Chance chance) {
        return chance.some(CATEGORIES, 3);
    }

    private static Set<String> products(Chance chance, String store) {
        var products = new LinkedHashSet<String>();
        for (int i = chance.between(1, 4); i > 0; i--) {
            products.add(store + "-p" + chance.between(1, PRODUCTS));
        }
        return products;
    }
}
