package io.discounts.service.discount.json;

import io.discounts.service.discount.Extent;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Validity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import java.time.Instant;

import static io.discounts.service.discount.json.JsonInput.required;

/** Where and when a discount holds; what else it says is passed over. */
final class ExtentDraft implements JsonInput.Draft {
    private @Nullable Scope scope;
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;

    @Override
    public void take(String field, JsonParser json) {
        switch (field) {
            case "scope" -> scope = ScopeJson.read(json);
            case "validFrom" -> validFrom = TimeJson.instant(json);
            case "validUntil" -> validUntil = TimeJson.instant(json);
            default -> json.skipChildren();
        }
    }

    Extent toExtent() {
        return new Extent(required(scope, "scope"), new Validity(required(validFrom, "validFrom"), validUntil));
    }
}
