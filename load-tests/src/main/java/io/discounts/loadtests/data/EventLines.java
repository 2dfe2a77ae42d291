package io.discounts.loadtests.data;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** CloudEvents as they are put on a stream, one a line. For one thread. */
final class EventLines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TYPICAL_BYTES = 2_048;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(TYPICAL_BYTES);
    private final OutputStream out;
    private long written;

    EventLines(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes an event.
     *
     * @param data writes the fields of its payload
     */
    void event(Envelope envelope, Consumer<JsonGenerator> data) throws IOException {
        line.reset();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", envelope.id());
            json.writeStringProperty("source", envelope.source());
            json.writeStringProperty("type", envelope.type());
            json.writeStringProperty("subject", envelope.subject());
            json.writeStringProperty("time", envelope.time().toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeObjectPropertyStart("data");
            data.accept(json);
            json.writeEndObject();
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
        written++;
    }

    long written() {
        return written;
    }
}
