package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.discounts.sdk.internal.json.Json.required;

/** A request of a read, as {@link Requests} has written it. */
final class RequestJson {
    private @Nullable String region;
    private @Nullable String storeId;
    private @Nullable List<String> storeIds;
    private Customer customer = Customer.UNKNOWN;
    private Context context = Context.UNKNOWN;
    private @Nullable Basket basket;
    private @Nullable Instant at;

    private RequestJson() {}

    static SearchRequest search(Json json) throws IOException {
        var it = new RequestJson();
        it.read(json);
        return new SearchRequest(
                required(it.region, "region"), required(it.storeIds, "storeIds"), it.customer, it.context, it.at);
    }

    static EvaluateRequest evaluate(Json json) throws IOException {
        var it = new RequestJson();
        it.read(json);
        return new EvaluateRequest(
                required(it.region, "region"),
                required(it.storeId, "storeId"),
                it.customer,
                it.context,
                required(it.basket, "basket"),
                it.at);
    }

    private void read(Json json) throws IOException {
        json.object(name -> {
            switch (name) {
                case "region" -> region = json.text();
                case "storeId" -> storeId = json.text();
                case "storeIds" -> storeIds = json.list(Json::text);
                case "customer" -> customer = customer(json.value());
                case "context" -> context = context(json.value());
                case "basket" -> basket = basket(json.value());
                case "at" -> at = json.instant();
                default -> json.skip();
            }
        });
    }

    private static Customer customer(Object value) throws IOException {
        var map = map(value);
        var orders = map.get("orderCount");
        return new Customer(
                text(map, "id"),
                map.containsKey("segments") ? texts(map.get("segments")) : null,
                orders == null ? null : Math.toIntExact(number(orders)));
    }

    private static Context context(Object value) throws IOException {
        var map = map(value);
        return new Context(text(map, "platform"), text(map, "fulfilment"), text(map, "paymentMethod"));
    }

    private static Basket basket(Object value) throws IOException {
        var map = map(value);
        var items = new ArrayList<BasketItem>();
        for (var item : list(map.get("items"))) {
            items.add(item(map(item)));
        }
        return new Basket(
                required(text(map, "currency"), "currency"),
                items,
                number(map.get("deliveryFee")),
                number(map.get("serviceFee")));
    }

    private static BasketItem item(Map<?, ?> map) throws IOException {
        return new BasketItem(
                required(text(map, "lineId"), "lineId"),
                required(text(map, "productId"), "productId"),
                texts(map.get("categories")),
                Math.toIntExact(number(map.get("quantity"))),
                number(map.get("unitPrice")));
    }

    private static @Nullable String text(Map<?, ?> map, String name) {
        var value = map.get(name);
        return value == null ? null : value.toString();
    }

    private static List<String> texts(@Nullable Object value) throws IOException {
        return list(value).stream().map(String::valueOf).toList();
    }

    private static List<?> list(@Nullable Object value) throws IOException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new UnexpectedJsonException("no list");
    }

    private static Map<?, ?> map(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new UnexpectedJsonException("no object");
    }

    private static long number(@Nullable Object value) throws IOException {
        if (value instanceof Long number) {
            return number;
        }
        throw new UnexpectedJsonException("no number");
    }
}
