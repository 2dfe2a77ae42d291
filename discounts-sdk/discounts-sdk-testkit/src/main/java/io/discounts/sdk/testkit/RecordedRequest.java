package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param path without the query
 * @param headers by name, whatever its case; of a repeated one the last
 * @param body empty if it had none
 * @param at when it was whole, by the service's clock
 */
public record RecordedRequest(String method, String path, Map<String, String> headers, String body, Instant at) {
    /** The header that says how much the call matters. */
    public static final String PRIORITY = "X-Discounts-Priority";

    public RecordedRequest {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** {@code checkout}, {@code browse} or {@code shadow}; absent if the request does not say. */
    public @Nullable String priority() {
        return header(PRIORITY);
    }

    public @Nullable String idempotencyKey() {
        return header("Idempotency-Key");
    }
}
