package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Trees of public records as JSON, under the names that their Javadoc explains: moments and durations as ISO 8601 has them, enums
 * by their name, and a record that is one case of several with its {@code type}.
 */
public final class RecordJson {
    private RecordJson() {}

    public static String of(Record tree) {
        var text = new StringWriter(4096);
        try (var json = Json.FACTORY.createGenerator(text)) {
            write(json, tree);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException("memory does not fail", cannotBe);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Record parts) {
            object(json, parts);
        } else if (value instanceof Iterable<?> elements) {
            json.writeStartArray();
            for (var element : elements) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else {
            json.writeString(value == null ? null : value.toString());
        }
    }

    private static void object(JsonGenerator json, Record parts) throws IOException {
        json.writeStartObject();
        if (parts.getClass().getInterfaces().length > 0) {
            json.writeStringField("type", parts.getClass().getSimpleName());
        }
        for (var component : parts.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            try {
                write(json, component.getAccessor().invoke(parts));
            } catch (ReflectiveOperationException cannotBe) {
                throw new IllegalStateException("not a public record: " + parts.getClass(), cannotBe);
            }
        }
        json.writeEndObject();
    }
}
