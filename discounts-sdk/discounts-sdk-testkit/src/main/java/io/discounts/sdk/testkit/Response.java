package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response to be sent. Immutable. */
public record Response(int status, String contentType, Map<String, String> headers, String body) {
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A 200 with the JSON given as text. */
    public static Response json(String body) {
        return new Response(200, "application/json", Map.of(), body);
    }

    static Response json(int status, Object value) {
        return new Response(status, "application/json", Map.of(), JsonText.write(value));
    }

    /** An RFC 9457 problem whose type ends in the slug. */
    public static Response problem(int status, String slug) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:discounts:problem:" + slug);
        problem.put("title", slug.replace('-', ' '));
        problem.put("status", status);
        return new Response(status, "application/problem+json", Map.of(), JsonText.write(problem));
    }

    /** The same with {@code Retry-After} in whole seconds, or without if there is none. */
    public Response retryAfter(@Nullable Duration wait) {
        return wait == null ? this : with("Retry-After", Long.toString(wait.toSeconds()));
    }

    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, more, body);
    }

    Response withBody(String newBody) {
        return new Response(status, contentType, headers, newBody);
    }
}
