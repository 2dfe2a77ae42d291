package io.discounts.service.discount.json;

import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

final class TargetJson {
    private TargetJson() {}

    static void write(JsonGenerator json, Target target) {
        json.writeStartObject();
        json.writeStringProperty("type", target.type());
        if (target instanceof Target.Items items) {
            SelectionJson.write(json, items.selection());
        }
        json.writeEndObject();
    }

    static Target read(JsonParser json) {
        return JsonInput.object(json, new Draft()).toTarget();
    }

    private static final class Draft implements JsonInput.Draft {
        private final SelectionJson.Draft selection = new SelectionJson.Draft();
        private @Nullable String type;

        @Override
        public void take(String field, JsonParser json) {
            if (field.equals("type")) {
                type = JsonInput.string(json);
            } else {
                selection.take(field, json);
            }
        }

        Target toTarget() {
            return switch (JsonInput.required(type, "type")) {
                case "items" -> items();
                case "delivery_fee" -> Target.Fee.DELIVERY;
                case "service_fee" -> Target.Fee.SERVICE;
                default -> throw new IllegalArgumentException("type must be a known target");
            };
        }

        private Target items() {
            var selected = selection.toSelection();
            return selected.isEverything() ? Target.Items.ALL : new Target.Items(selected);
        }
    }
}
