package io.discounts.service.discount.json;

import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

final class TargetJson {
    private TargetJson() {}

    static void write(JsonGenerator json, Target target) {
        json.writeStartObject();
        json.writeStringProperty("type", type(target));
        if (target instanceof Target.Items items) {
            SelectionJson.write(json, items.selection());
        }
        json.writeEndObject();
    }

    static Target read(JsonParser json) {
        return JsonInput.object(json, new Draft()).toTarget();
    }

    private static String type(Target target) {
        return switch (target) {
            case Target.Items ignored -> "items";
            case Target.Fee.DELIVERY -> "delivery_fee";
            case Target.Fee.SERVICE -> "service_fee";
        };
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
            return selected.isEverything() ? Target.ALL_ITEMS : new Target.Items(selected);
        }
    }
}
