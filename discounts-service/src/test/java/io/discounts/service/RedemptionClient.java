package io.discounts.service;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Holds, confirms, releases and cancels over HTTP, as a checkout would; each with a key of its own unless one is given. */
public final class RedemptionClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/v1/redemptions";

    private final AtomicLong keys = new AtomicLong();
    private final ServiceClient service;

    RedemptionClient(ServiceClient service) {
        this.service = service;
    }

    public static String body(String region, String customer, int seconds, String... discountIds) {
        var discounts = List.of(discountIds).stream()
                .map(id -> "{\"discountId\":\"" + id + "\",\"amount\":100}")
                .collect(Collectors.joining(","));
        return "{\"region\":\"" + region + "\",\"customerId\":\"" + customer + "\",\"checkoutId\":\"ck-1\","
                + "\"discounts\":[" + discounts + "],\"holdSeconds\":" + seconds + "}";
    }

    public HttpResponse<String> hold(String region, String customer, String... discountIds) {
        return write(PATH, nextKey(), body(region, customer, 300, discountIds));
    }

    /** Holds, and expects it to be had. */
    public JsonNode held(String region, String customer, String... discountIds) {
        var answer = hold(region, customer, discountIds);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    public HttpResponse<String> confirm(JsonNode redemption, String orderId) {
        return change(redemption, "confirm", ",\"orderId\":\"" + orderId + "\"");
    }

    public HttpResponse<String> release(JsonNode redemption) {
        return change(redemption, "release", "");
    }

    public HttpResponse<String> cancel(JsonNode redemption) {
        return change(redemption, "cancel", "");
    }

    private HttpResponse<String> change(JsonNode redemption, String operation, String more) {
        var token = redemption.get("fencingToken").longValue();
        return change(redemption, operation, token, more);
    }

    public HttpResponse<String> change(JsonNode redemption, String operation, long token, String more) {
        return write(
                PATH + '/' + redemption.get("redemptionId").stringValue() + '/' + operation,
                nextKey(),
                "{\"fencingToken\":" + token + more + "}");
    }

    public HttpResponse<String> write(String path, String key, String body) {
        return service.post(path, body, "Idempotency-Key", key);
    }

    public JsonNode get(JsonNode redemption) {
        return json(service.get(PATH + '/' + redemption.get("redemptionId").stringValue()));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public String nextKey() {
        return "key-" + keys.incrementAndGet() + '-' + System.nanoTime();
    }
}
