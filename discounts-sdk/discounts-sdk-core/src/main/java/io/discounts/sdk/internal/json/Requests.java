package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.SearchRequest;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Writes what the service is asked. What is unknown is left out. */
public final class Requests {
    private Requests() {}

    public static String search(SearchRequest request) {
        return object(json -> {
            json.writeStringField("region", request.region());
            strings(json, "storeIds", request.storeIds());
            customer(json, request.customer());
            context(json, request.context());
            at(json, request.at());
        });
    }

    public static String evaluate(EvaluateRequest request) {
        return object(json -> {
            json.writeStringField("region", request.region());
            json.writeStringField("storeId", request.storeId());
            customer(json, request.customer());
            context(json, request.context());
            basket(json, request.basket());
            at(json, request.at());
        });
    }

    public static String hold(HoldRequest request) {
        return object(json -> {
            json.writeStringField("region", request.region());
            json.writeStringField("customerId", request.customerId());
            json.writeStringField("checkoutId", request.checkoutId());
            json.writeArrayFieldStart("discounts");
            for (var discount : request.discounts()) {
                held(json, discount);
            }
            json.writeEndArray();
            json.writeNumberField("holdSeconds", request.hold().toSeconds());
        });
    }

    public static String confirm(long fencingToken, String orderId) {
        return object(json -> {
            json.writeNumberField("fencingToken", fencingToken);
            json.writeStringField("orderId", orderId);
        });
    }

    /** Of a release or a cancel. */
    public static String giveBack(long fencingToken) {
        return object(json -> json.writeNumberField("fencingToken", fencingToken));
    }

    private static String object(Properties properties) {
        var text = new StringWriter(512);
        try (var json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            properties.write(json);
            json.writeEndObject();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException("memory does not fail", cannotBe);
        }
        return text.toString();
    }

    private static void customer(JsonGenerator json, Customer customer) throws IOException {
        if (customer.equals(Customer.UNKNOWN)) {
            return;
        }
        json.writeObjectFieldStart("customer");
        string(json, "id", customer.id());
        if (customer.segments() != null) {
            strings(json, "segments", customer.segments());
        }
        if (customer.orderCount() != null) {
            json.writeNumberField("orderCount", customer.orderCount());
        }
        json.writeEndObject();
    }

    private static void context(JsonGenerator json, Context context) throws IOException {
        if (context.equals(Context.UNKNOWN)) {
            return;
        }
        json.writeObjectFieldStart("context");
        string(json, "platform", context.platform());
        string(json, "fulfilment", context.fulfilment());
        string(json, "paymentMethod", context.paymentMethod());
        json.writeEndObject();
    }

    private static void basket(JsonGenerator json, Basket basket) throws IOException {
        json.writeObjectFieldStart("basket");
        json.writeStringField("currency", basket.currency());
        json.writeArrayFieldStart("items");
        for (var item : basket.items()) {
            item(json, item);
        }
        json.writeEndArray();
        json.writeNumberField("deliveryFee", basket.deliveryFee());
        json.writeNumberField("serviceFee", basket.serviceFee());
        json.writeEndObject();
    }

    private static void item(JsonGenerator json, BasketItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("lineId", item.lineId());
        json.writeStringField("productId", item.productId());
        strings(json, "categories", item.categories());
        json.writeNumberField("quantity", item.quantity());
        json.writeNumberField("unitPrice", item.unitPrice());
        json.writeEndObject();
    }

    private static void held(JsonGenerator json, HeldDiscount discount) throws IOException {
        json.writeStartObject();
        json.writeStringField("discountId", discount.discountId());
        json.writeNumberField("amount", discount.amount());
        json.writeEndObject();
    }

    private static void at(JsonGenerator json, @Nullable Instant at) throws IOException {
        string(json, "at", at == null ? null : at.toString());
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    @FunctionalInterface
    private interface Properties {
        void write(JsonGenerator json) throws IOException;
    }
}
