package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.unlock.FactChange;
import io.discounts.service.eligibility.unlock.Unlock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.util.Collection;

/** What would make a discount apply, in JSON. A change is told by its {@code change}. */
final class UnlockJson {
    private final JsonGenerator json;

    private UnlockJson(JsonGenerator json) {
        this.json = json;
    }

    /** As the property {@code unlock}, which is left out where there is none. */
    static void write(JsonGenerator json, @Nullable Unlock unlock) {
        if (unlock != null) {
            json.writeObjectPropertyStart("unlock");
            json.writeStringProperty("text", unlock.text());
            json.writeArrayPropertyStart("changes");
            unlock.changes().forEach(new UnlockJson(json)::change);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void change(FactChange change) {
        json.writeStartObject();
        switch (change) {
            case FactChange.AddItems add -> add(add);
            case FactChange.JoinSegment join -> change("join_segment", "segment", join.segment());
            case FactChange.TellSegments tell -> {
                type("tell_segments");
                names("noneOf", tell.noneOf());
            }
            case FactChange.PayWith pay -> change("pay_with", "paymentMethod", pay.paymentMethod());
            case FactChange.OrderOn order -> change("order_on", "platform", order.platform());
            case FactChange.ReceiveBy receive -> change("receive_by", "fulfilment", receive.fulfilment());
            case FactChange.OrderMore more -> {
                type("order_more");
                json.writeNumberProperty("orders", more.orders());
            }
            case FactChange.TellOrderCount tell -> tellOrderCount(tell.max());
            case FactChange.OrderAt order -> change("order_at", "at", order.at().toString());
            case FactChange.IdentifyCustomer ignored -> type("identify_customer");
        }
        json.writeEndObject();
    }

    private void add(FactChange.AddItems add) {
        type("add_items");
        if (add.amount() > 0) {
            json.writeNumberProperty("amount", add.amount());
        }
        json.writeNumberProperty("units", add.units());
        if (add.hasDearUnits()) {
            json.writeObjectPropertyStart("atLeast");
            json.writeNumberProperty("units", add.dear());
            json.writeNumberProperty("unitPrice", add.dearPrice());
            json.writeEndObject();
        }
        selection(add.of());
    }

    private void selection(Selection of) {
        if (!of.productIds().isEmpty()) {
            names("productIds", of.productIds());
        }
        if (!of.categories().isEmpty()) {
            names("categories", of.categories());
        }
    }

    private void tellOrderCount(@Nullable Integer max) {
        type("tell_order_count");
        if (max != null) {
            json.writeNumberProperty("max", max);
        }
    }

    private void type(String change) {
        json.writeStringProperty("change", change);
    }

    private void change(String type, String field, String value) {
        type(type);
        json.writeStringProperty(field, value);
    }

    private void names(String field, Collection<String> names) {
        json.writeArrayPropertyStart(field);
        names.forEach(json::writeString);
        json.writeEndArray();
    }
}
