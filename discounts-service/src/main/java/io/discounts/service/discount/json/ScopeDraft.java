package io.discounts.service.discount.json;

import io.discounts.service.discount.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import static io.discounts.service.discount.json.JsonInput.required;

/** Where a discount holds; what else it says is passed over. */
final class ScopeDraft implements JsonInput.Draft {
    private @Nullable Scope scope;

    @Override
    public void take(String field, JsonParser json) {
        if (field.equals("scope")) {
            scope = ScopeJson.read(json);
        } else {
            json.skipChildren();
        }
    }

    Scope toScope() {
        return required(scope, "scope");
    }
}
