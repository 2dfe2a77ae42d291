package io.discounts.service.discount.json;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes JSON in its shortest form: what is absent or empty is left out. */
final class JsonOutput {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TYPICAL_BYTES = 512;

    private JsonOutput() {}

    static byte[] bytes(Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (var json = generator(bytes)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    /** UTF-8; closing it does not close the stream. */
    static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    static void strings(JsonGenerator json, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(field);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
