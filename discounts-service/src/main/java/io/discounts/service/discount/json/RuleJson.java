package io.discounts.service.discount.json;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import java.util.Set;

/** A rule, told by its {@code type}. */
final class RuleJson {
    private RuleJson() {}

    static Rule read(JsonParser json) {
        return JsonInput.object(json, new RuleDraft()).toRule();
    }

    static void write(JsonGenerator json, Rule rule) {
        json.writeStartObject();
        json.writeStringProperty("type", rule.type());
        switch (rule) {
            case Rule.MinBasket minimum -> minBasket(json, minimum);
            case Rule.MinQuantity minimum -> minQuantity(json, minimum);
            case Rule.Segment segment -> segment(json, segment);
            case Rule.OrderCount count -> orderCount(json, count);
            case Rule.Schedule schedule -> schedule(json, schedule);
            case Rule.PaymentMethod method -> anyOf(json, method.anyOf());
            case Rule.Platform platform -> anyOf(json, platform.anyOf());
            case Rule.Fulfilment fulfilment -> anyOf(json, fulfilment.anyOf());
            case Rule.Customer customer -> anyOf(json, customer.anyOf());
        }
        json.writeEndObject();
    }

    private static void minBasket(JsonGenerator json, Rule.MinBasket minimum) {
        ScalarJson.money(json, "amount", minimum.amount());
        SelectionJson.write(json, minimum.of());
    }

    private static void minQuantity(JsonGenerator json, Rule.MinQuantity minimum) {
        json.writeNumberProperty("quantity", minimum.quantity());
        SelectionJson.write(json, minimum.of());
    }

    private static void segment(JsonGenerator json, Rule.Segment segment) {
        anyOf(json, segment.anyOf());
        JsonOutput.strings(json, "noneOf", segment.noneOf());
    }

    private static void orderCount(JsonGenerator json, Rule.OrderCount count) {
        if (count.min() != null) {
            json.writeNumberProperty("min", count.min());
        }
        if (count.max() != null) {
            json.writeNumberProperty("max", count.max());
        }
    }

    private static void schedule(JsonGenerator json, Rule.Schedule schedule) {
        json.writeStringProperty("timezone", schedule.timezone().getId());
        json.writeArrayPropertyStart("windows");
        schedule.windows().forEach(window -> window(json, window));
        json.writeEndArray();
    }

    private static void window(JsonGenerator json, Window window) {
        json.writeStartObject();
        json.writeArrayPropertyStart("days");
        window.days().forEach(day -> json.writeString(TimeJson.written(day)));
        json.writeEndArray();
        // Whole minutes, so ISO 8601 leaves the seconds out.
        json.writeStringProperty("from", window.from().toString());
        json.writeStringProperty("until", window.until().toString());
        json.writeEndObject();
    }

    private static void anyOf(JsonGenerator json, Set<String> values) {
        JsonOutput.strings(json, "anyOf", values);
    }
}
