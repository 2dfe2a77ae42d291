package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.Watermarks;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The watermarks as every read tells them, rendered once for as long as they stand. Safe for use by any thread. */
@Component
final class WatermarksJson {
    private record Rendered(Map<String, Instant> of, String json) {}

    private final Watermarks watermarks;
    private volatile Rendered last = new Rendered(Map.of(), render(Map.of()));

    WatermarksJson(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    /** A JSON object, all of it ASCII. */
    String current() {
        var current = watermarks.current();
        var known = last;
        if (known.of() != current) {
            known = new Rendered(current, render(current));
            last = known;
        }
        return known.json();
    }

    /** Neither providers nor instants have anything to escape. */
    static String render(Map<String, Instant> watermarks) {
        return watermarks.entrySet().stream()
                .map(watermark -> '"' + watermark.getKey() + "\":\"" + watermark.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
