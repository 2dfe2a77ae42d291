package io.discounts.service.eligibility.web;

import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Reason;
import io.discounts.service.eligibility.Told;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/** Why not, in JSON. */
final class ReasonJson {
    private ReasonJson() {}

    /** As the property {@code reasons}. */
    static void write(JsonBytes json, List<Reason> reasons) {
        json.beginArray("reasons");
        for (var reason : reasons) {
            write(json, reason);
        }
        json.endArray();
    }

    private static void write(JsonBytes json, Reason reason) {
        json.beginObject();
        json.plainProperty("rule", reason.rule());
        json.plainProperty("code", reason.code().code());
        told(json, "required", reason.required());
        told(json, "actual", reason.actual());
        json.endObject();
    }

    private static void told(JsonBytes json, String field, @Nullable Told told) {
        if (told != null) {
            json.name(field);
            told(json, told);
        }
    }

    private static void told(JsonBytes json, Told told) {
        switch (told) {
            case Told.Quantity quantity -> json.value(quantity.value());
            case Told.Text text -> json.value(text.value());
            case Told.Texts texts -> texts(json, texts.values());
            case Told.Bounds bounds -> bounds(json, bounds);
            case Told.Opening opening -> opening(json, opening);
            case Told.Moment moment -> moment(json, moment);
        }
    }

    private static void texts(JsonBytes json, Collection<String> values) {
        json.beginArray();
        for (var value : values) {
            json.value(value);
        }
        json.endArray();
    }

    private static void opening(JsonBytes json, Told.Opening opening) {
        var words = new JsonWords(json);
        json.beginArray();
        for (var window : opening.schedule().windows()) {
            json.beginText();
            opening.tell(window, words);
            json.endText();
        }
        json.endArray();
    }

    private static void moment(JsonBytes json, Told.Moment moment) {
        json.beginText();
        json.plain(moment.words());
        json.endText();
    }

    private static void bounds(JsonBytes json, Told.Bounds bounds) {
        json.beginObject();
        bound(json, "min", bounds.min());
        bound(json, "max", bounds.max());
        json.endObject();
    }

    private static void bound(JsonBytes json, String field, @Nullable Integer bound) {
        if (bound != null) {
            json.property(field, bound);
        }
    }
}
