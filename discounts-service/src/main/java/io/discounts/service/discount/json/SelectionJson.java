package io.discounts.service.discount.json;

import io.discounts.service.discount.Selection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import java.util.Set;

/** {@code productIds} and {@code categories}, which stand among the other fields of a target or a rule. */
final class SelectionJson {
    private SelectionJson() {}

    static void write(JsonGenerator json, Selection selection) {
        JsonOutput.strings(json, "productIds", selection.productIds());
        JsonOutput.strings(json, "categories", selection.categories());
    }

    static Selection read(JsonParser json) {
        return JsonInput.object(json, new Draft()).toSelection();
    }

    /** Also taken into the drafts of what a selection stands in. */
    static final class Draft implements JsonInput.Draft {
        private Set<String> productIds = Set.of();
        private Set<String> categories = Set.of();

        @Override
        public void take(String field, JsonParser json) {
            switch (field) {
                case "productIds" -> productIds = JsonInput.strings(json);
                case "categories" -> categories = JsonInput.strings(json);
                default -> json.skipChildren();
            }
        }

        Selection toSelection() {
            return productIds.isEmpty() && categories.isEmpty()
                    ? Selection.EVERYTHING
                    : new Selection(productIds, categories);
        }
    }
}
