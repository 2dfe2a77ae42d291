package io.discounts.service.discount;

import java.util.Set;

/** Basket lines picked by product or by category: a line matches if either list names it; two empty lists match all. */
public record Selection(Set<String> productIds, Set<String> categories) {
    public static final Selection EVERYTHING = new Selection(Set.of(), Set.of());

    public Selection {
        productIds = Checks.names(productIds, "productIds");
        categories = Checks.names(categories, "categories");
    }

    /** Whether it picks a line of this product and these categories. */
    public boolean matches(String productId, Set<String> lineCategories) {
        return isEverything() || productIds.contains(productId) || OrderedSet.haveCommon(categories, lineCategories);
    }

    public boolean isEverything() {
        return productIds.isEmpty() && categories.isEmpty();
    }
}
