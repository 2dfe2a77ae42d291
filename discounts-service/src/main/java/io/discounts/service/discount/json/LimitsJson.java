package io.discounts.service.discount.json;

import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

final class LimitsJson {
    private LimitsJson() {}

    static void write(JsonGenerator json, Limits limits) {
        json.writeStartObject();
        if (limits.total() != null) {
            json.writeNumberProperty("total", limits.total());
        }
        if (limits.perCustomer() != null) {
            json.writeNumberProperty("perCustomer", limits.perCustomer());
        }
        ScalarJson.money(json, "budget", limits.budget());
        if (limits.exclusiveUse()) {
            json.writeBooleanProperty("exclusiveUse", true);
        }
        json.writeEndObject();
    }

    static Limits read(JsonParser json) {
        return JsonInput.object(json, new Draft()).toLimits();
    }

    private static final class Draft implements JsonInput.Draft {
        private @Nullable Long total;
        private @Nullable Long perCustomer;
        private @Nullable Money budget;
        private boolean exclusiveUse;

        @Override
        public void take(String field, JsonParser json) {
            switch (field) {
                case "total" -> total = JsonInput.int64(json);
                case "perCustomer" -> perCustomer = JsonInput.int64(json);
                case "budget" -> budget = ScalarJson.money(json);
                case "exclusiveUse" -> exclusiveUse = JsonInput.bool(json);
                default -> json.skipChildren();
            }
        }

        Limits toLimits() {
            return new Limits(total, perCustomer, budget, exclusiveUse);
        }
    }
}
