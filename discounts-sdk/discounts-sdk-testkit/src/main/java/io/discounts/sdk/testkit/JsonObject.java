package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A JSON object whose members are read as what they should be; else the request is invalid. */
record JsonObject(Map<String, Object> members) {
    String text(String name) {
        return required(name, String.class);
    }

    long number(String name) {
        return required(name, Long.class);
    }

    long number(String name, long otherwise) {
        return members.containsKey(name) ? number(name) : otherwise;
    }

    @Nullable
    Instant instant(String name) {
        if (!members.containsKey(name)) {
            return null;
        }
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException notAnInstant) {
            throw new InvalidRequest(name + " is not an RFC 3339 instant");
        }
    }

    List<String> texts(String name) {
        return list(name).stream().map(Object::toString).toList();
    }

    JsonObject object(String name) {
        return of(name, required(name, Object.class));
    }

    List<JsonObject> objects(String name) {
        return list(name).stream().map(element -> of(name, element)).toList();
    }

    private List<?> list(String name) {
        List<?> list = required(name, List.class);
        if (list.isEmpty()) {
            throw new InvalidRequest(name + " is empty");
        }
        return list;
    }

    private <T> T required(String name, Class<T> type) {
        var value = members.get(name);
        if (!type.isInstance(value)) {
            throw new InvalidRequest(name + " is missing or of another type");
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked") // the reader makes no maps with other keys
    private static JsonObject of(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject((Map<String, Object>) map);
        }
        throw new InvalidRequest(name + " is not an object");
    }
}
