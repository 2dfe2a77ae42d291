package io.discounts.loadtests.data;

import io.discounts.service.discount.Target;
import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.util.Collection;
import java.util.Locale;

/** What the providers' own formats have in common. */
final class NativeWords {
    /** The group of item offers that say nothing of groups. */
    static final String SHARED_ITEMS = "shared:items";

    private NativeWords() {}

    /** Said only where it is not what saying nothing means. */
    static void group(JsonGenerator json, String field, Target target, @Nullable String group) {
        var unsaid = target instanceof Target.Items ? SHARED_ITEMS : null;
        if (group == null && unsaid != null) {
            json.writeStringProperty(field, "none");
        } else if (group != null && !group.equals(unsaid)) {
            json.writeStringProperty(field, group);
        }
    }

    /** Windows whose days are whole words. */
    static void windows(
            JsonGenerator json, String field, String daysField, boolean capitals, Collection<Window> windows) {
        json.writeArrayPropertyStart(field);
        for (var window : windows) {
            json.writeStartObject();
            Fields.days(
                    json,
                    daysField,
                    window.days(),
                    day -> capitals ? day.name() : day.name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("from", window.from().toString());
            json.writeStringProperty("to", window.until().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
