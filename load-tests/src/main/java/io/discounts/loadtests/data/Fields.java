package io.discounts.loadtests.data;

import io.discounts.service.discount.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.function.Function;

/** Fields that several formats write alike; what is absent is left out. */
final class Fields {
    private Fields() {}

    static void text(JsonGenerator json, String field, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(field, value);
        }
    }

    static void number(JsonGenerator json, String field, @Nullable Number value) {
        if (value != null) {
            json.writeNumberProperty(field, value.longValue());
        }
    }

    static void decimal(JsonGenerator json, String field, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeNumberProperty(field, value);
        }
    }

    static void minor(JsonGenerator json, String field, @Nullable Money money) {
        if (money != null) {
            json.writeNumberProperty(field, money.minorUnits());
        }
    }

    static void major(JsonGenerator json, String field, Country country, @Nullable Money money) {
        if (money != null) {
            json.writeNumberProperty(field, country.major(money));
        }
    }

    static void flag(JsonGenerator json, String field, boolean raised) {
        if (raised) {
            json.writeBooleanProperty(field, true);
        }
    }

    static void list(JsonGenerator json, String field, Collection<String> values) {
        json.writeArrayPropertyStart(field);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    static void listIfAny(JsonGenerator json, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            list(json, field, values);
        }
    }

    static void days(JsonGenerator json, String field, Collection<DayOfWeek> days, Function<DayOfWeek, String> word) {
        list(json, field, days.stream().map(word).toList());
    }
}
