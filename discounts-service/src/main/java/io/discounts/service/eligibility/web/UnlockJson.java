package io.discounts.service.eligibility.web;

import io.discounts.service.discount.PlainInstant;
import io.discounts.service.discount.Selection;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.unlock.FactChange;
import io.discounts.service.eligibility.unlock.Unlock;
import org.jspecify.annotations.Nullable;

import java.util.Collection;

/** What would make a discount apply, in JSON. A change is told by its {@code change}. */
final class UnlockJson {
    private final JsonBytes json;

    private UnlockJson(JsonBytes json) {
        this.json = json;
    }

    /** As the property {@code unlock}, which is left out where there is none. */
    static void write(JsonBytes json, @Nullable Unlock unlock) {
        if (unlock != null) {
            json.beginObject("unlock");
            json.name("text");
            json.beginText();
            unlock.tell(new JsonWords(json));
            json.endText();
            json.beginArray("changes");
            var writer = new UnlockJson(json);
            for (var change : unlock.changes()) {
                writer.change(change);
            }
            json.endArray();
            json.endObject();
        }
    }

    private void change(FactChange change) {
        json.beginObject();
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
                json.property("orders", more.orders());
            }
            case FactChange.TellOrderCount tell -> tellOrderCount(tell.max());
            case FactChange.OrderAt order -> {
                type("order_at");
                json.plainProperty("at", PlainInstant.written(order.at()));
            }
            case FactChange.IdentifyCustomer ignored -> type("identify_customer");
        }
        json.endObject();
    }

    private void add(FactChange.AddItems add) {
        type("add_items");
        if (add.amount() > 0) {
            json.property("amount", add.amount());
        }
        json.property("units", add.units());
        if (add.hasDearUnits()) {
            json.beginObject("atLeast");
            json.property("units", add.dear());
            json.property("unitPrice", add.dearPrice());
            json.endObject();
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
            json.property("max", max);
        }
    }

    private void type(String change) {
        json.plainProperty("change", change);
    }

    private void change(String type, String field, String value) {
        type(type);
        json.property(field, value);
    }

    private void names(String field, Collection<String> names) {
        json.beginArray(field);
        for (var name : names) {
            json.value(name);
        }
        json.endArray();
    }
}
