package io.discounts.loadtests.data;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Window;
import tools.jackson.core.JsonGenerator;

/** The contract's rules. */
final class CanonicalRules {
    private static final int DAY_LETTERS = 3;

    private CanonicalRules() {}

    static void write(JsonGenerator json, Rule rule) {
        json.writeStartObject();
        json.writeStringProperty("type", rule.type());
        switch (rule) {
            case Rule.MinBasket minimum -> {
                Fields.minor(json, "amount", minimum.amount());
                selection(json, minimum.of());
            }
            case Rule.MinQuantity minimum -> {
                json.writeNumberProperty("quantity", minimum.quantity());
                selection(json, minimum.of());
            }
            case Rule.Segment segment -> {
                Fields.list(json, "anyOf", segment.anyOf());
                Fields.list(json, "noneOf", segment.noneOf());
            }
            case Rule.OrderCount count -> {
                Fields.number(json, "min", count.min());
                Fields.number(json, "max", count.max());
            }
            case Rule.Schedule schedule -> schedule(json, schedule);
            case Rule.PaymentMethod method -> Fields.list(json, "anyOf", method.anyOf());
            case Rule.Platform platform -> Fields.list(json, "anyOf", platform.anyOf());
            case Rule.Fulfilment fulfilment -> Fields.list(json, "anyOf", fulfilment.anyOf());
            case Rule.Customer customer -> Fields.list(json, "anyOf", customer.anyOf());
        }
        json.writeEndObject();
    }

    /** A rule's lists must name something if they are there. */
    private static void selection(JsonGenerator json, Selection selection) {
        Fields.listIfAny(json, "productIds", selection.productIds());
        Fields.listIfAny(json, "categories", selection.categories());
    }

    private static void schedule(JsonGenerator json, Rule.Schedule schedule) {
        json.writeStringProperty("timezone", schedule.timezone().getId());
        json.writeArrayPropertyStart("windows");
        schedule.windows().forEach(window -> window(json, window));
        json.writeEndArray();
    }

    private static void window(JsonGenerator json, Window window) {
        json.writeStartObject();
        Fields.days(json, "days", window.days(), day -> day.name().substring(0, DAY_LETTERS));
        json.writeStringProperty("from", window.from().toString());
        json.writeStringProperty("until", window.until().toString());
        json.writeEndObject();
    }
}
