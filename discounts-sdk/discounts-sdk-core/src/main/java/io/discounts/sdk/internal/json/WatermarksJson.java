package io.discounts.sdk.internal.json;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How far each provider's events have been applied. */
final class WatermarksJson {
    private WatermarksJson() {}

    static Map<String, Instant> read(Json json) throws IOException {
        var watermarks = new HashMap<String, Instant>();
        json.object(provider -> watermarks.put(provider, json.instant()));
        return watermarks;
    }
}
