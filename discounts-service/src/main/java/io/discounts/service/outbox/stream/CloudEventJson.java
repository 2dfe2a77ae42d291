package io.discounts.service.outbox.stream;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Renders events in CloudEvents' structured JSON, the same event always to the same bytes. */
final class CloudEventJson {
    /** More than all but the data take, together with the partition key. */
    static final int ENVELOPE_BYTES = 1_024;

    private static final String SOURCE = "/discounts-service";
    private static final JsonFactory JSON = new JsonFactory();

    private CloudEventJson() {}

    /** UTF-8. */
    static byte[] write(String id, String type, String subject, Instant time, byte[] data) {
        var bytes = new ByteArrayOutputStream(ENVELOPE_BYTES + data.length);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", id);
            json.writeStringProperty("source", SOURCE);
            json.writeStringProperty("type", type);
            json.writeStringProperty("subject", subject);
            json.writeStringProperty("time", time.toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeName("data");
            json.writeRawValue(new String(data, StandardCharsets.UTF_8));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
