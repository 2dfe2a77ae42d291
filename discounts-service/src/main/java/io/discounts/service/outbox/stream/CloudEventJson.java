package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.OutgoingEvent;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;

/** Renders events in CloudEvents' structured JSON. */
final class CloudEventJson {
    private static final String SOURCE = "/discounts-service";
    private static final int ENVELOPE_BYTES = 512;
    private static final JsonFactory JSON = new JsonFactory();

    private CloudEventJson() {}

    /** UTF-8. */
    static byte[] write(OutgoingEvent event) {
        var bytes = new ByteArrayOutputStream(ENVELOPE_BYTES + event.data().length());
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", event.id());
            json.writeStringProperty("source", SOURCE);
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("subject", event.subject());
            json.writeStringProperty("time", event.time().toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeName("data");
            json.writeRawValue(event.data());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
