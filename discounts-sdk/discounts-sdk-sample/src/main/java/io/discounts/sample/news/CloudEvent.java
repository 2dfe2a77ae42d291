package io.discounts.sample.news;

import java.time.Instant;
import java.util.Map;

/** An event on its way to a stream. */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Map<String, Object> data) {
    static CloudEvent of(
            String id, String provider, String type, String subject, Instant time, Map<String, Object> data) {
        return new CloudEvent("1.0", id, "/providers/" + provider, type, subject, time, "application/json", data);
    }
}
