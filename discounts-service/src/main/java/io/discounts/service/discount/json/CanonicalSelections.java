package io.discounts.service.discount.json;

import io.discounts.service.discount.Selection;

import static io.discounts.service.discount.json.CanonicalText.literal;

/** Selections as {@link SelectionJson} writes them among other fields. */
final class CanonicalSelections {
    private static final byte[] PRODUCT_IDS = literal("\"productIds\":");
    private static final byte[] CATEGORIES = literal("\"categories\":");

    private CanonicalSelections() {}

    static Selection selection(CanonicalText text) {
        var productIds = CanonicalScalars.rareNames(text, PRODUCT_IDS);
        var categories = CanonicalScalars.names(text, CATEGORIES);
        return productIds.isEmpty() && categories.isEmpty()
                ? Selection.EVERYTHING
                : new Selection(productIds, categories);
    }
}
