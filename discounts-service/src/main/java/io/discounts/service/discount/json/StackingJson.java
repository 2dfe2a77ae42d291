package io.discounts.service.discount.json;

import io.discounts.service.discount.Stacking;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

final class StackingJson {
    private StackingJson() {}

    static void write(JsonGenerator json, Stacking stacking) {
        json.writeStartObject();
        if (stacking.mode() == Stacking.Mode.EXCLUSIVE) {
            json.writeStringProperty("mode", "exclusive");
        }
        if (stacking.group() != null) {
            json.writeStringProperty("group", stacking.group());
        }
        if (stacking.priority() != 0) {
            json.writeNumberProperty("priority", stacking.priority());
        }
        json.writeEndObject();
    }

    static Stacking read(JsonParser json) {
        return JsonInput.object(json, new Draft()).toStacking();
    }

    private static final class Draft implements JsonInput.Draft {
        private Stacking.Mode mode = Stacking.Mode.STACKABLE;
        private @Nullable String group;
        private int priority;

        @Override
        public void take(String field, JsonParser json) {
            switch (field) {
                case "mode" -> mode = mode(json);
                case "group" -> group = JsonInput.string(json);
                case "priority" -> priority = JsonInput.int32(json);
                default -> json.skipChildren();
            }
        }

        Stacking toStacking() {
            return new Stacking(mode, group, priority);
        }

        private static Stacking.Mode mode(JsonParser json) {
            return switch (JsonInput.string(json)) {
                case "stackable" -> Stacking.Mode.STACKABLE;
                case "exclusive" -> Stacking.Mode.EXCLUSIVE;
                default -> throw new IllegalArgumentException("must be stackable or exclusive");
            };
        }
    }
}
