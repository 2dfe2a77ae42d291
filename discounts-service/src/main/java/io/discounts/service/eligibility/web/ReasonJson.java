package io.discounts.service.eligibility.web;

import io.discounts.service.eligibility.Reason;
import io.discounts.service.eligibility.Told;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.util.Collection;
import java.util.List;

/** Why not, in JSON. */
final class ReasonJson {
    private ReasonJson() {}

    /** As the property {@code reasons}. */
    static void write(JsonGenerator json, List<Reason> reasons) {
        json.writeArrayPropertyStart("reasons");
        reasons.forEach(reason -> write(json, reason));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Reason reason) {
        json.writeStartObject();
        json.writeStringProperty("rule", reason.rule());
        json.writeStringProperty("code", reason.code().code());
        told(json, "required", reason.required());
        told(json, "actual", reason.actual());
        json.writeEndObject();
    }

    private static void told(JsonGenerator json, String field, @Nullable Told told) {
        if (told != null) {
            json.writeName(field);
            told(json, told);
        }
    }

    private static void told(JsonGenerator json, Told told) {
        switch (told) {
            case Told.Quantity quantity -> json.writeNumber(quantity.value());
            case Told.Text text -> json.writeString(text.value());
            case Told.Texts texts -> texts(json, texts.values());
            case Told.Bounds bounds -> bounds(json, bounds);
            case Told.Opening opening -> texts(json, opening.windows());
            case Told.Moment moment -> json.writeString(moment.words());
        }
    }

    private static void texts(JsonGenerator json, Collection<String> values) {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void bounds(JsonGenerator json, Told.Bounds bounds) {
        json.writeStartObject();
        bound(json, "min", bounds.min());
        bound(json, "max", bounds.max());
        json.writeEndObject();
    }

    private static void bound(JsonGenerator json, String field, @Nullable Integer bound) {
        if (bound != null) {
            json.writeNumberProperty(field, bound);
        }
    }
}
