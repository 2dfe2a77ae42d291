package io.discounts.service.discount.json;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import java.util.Currency;

/** The model's single values. */
final class ScalarJson {
    private ScalarJson() {}

    static Money money(JsonParser json) {
        return new Money(JsonInput.int64(json));
    }

    static void money(JsonGenerator json, String field, @Nullable Money money) {
        if (money != null) {
            json.writeNumberProperty(field, money.minorUnits());
        }
    }

    static Percent percent(JsonParser json) {
        return Percent.of(JsonInput.decimal(json));
    }

    static void percent(JsonGenerator json, String field, Percent percent) {
        json.writeNumberProperty(field, percent.toDecimal());
    }

    static Currency currency(JsonParser json) {
        try {
            return Currency.getInstance(JsonInput.string(json));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code", e);
        }
    }
}
