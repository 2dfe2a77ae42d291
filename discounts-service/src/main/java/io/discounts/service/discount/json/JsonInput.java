package io.discounts.service.discount.json;

import io.discounts.service.discount.OrderedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads values by their kind and nothing else; each method stands on the value's first token and leaves on its last. Throws
 * {@link IllegalArgumentException} without the value, which may be long.
 */
final class JsonInput {
    private JsonInput() {}

    /** What has been read of an object so far: its fields come in any order, so it is built when all are there. */
    interface Draft {
        /** Called on the field's value; skips what it does not know. */
        void take(String field, JsonParser json);
    }

    static <D extends Draft> D object(JsonParser json, D draft) {
        expect(json, JsonToken.START_OBJECT, "an object");
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            // A null is an absent field, whatever the field.
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                draft.take(field, json);
            }
        }
        return draft;
    }

    static <T> List<T> list(JsonParser json, Function<JsonParser, T> element) {
        expect(json, JsonToken.START_ARRAY, "an array");
        var elements = new ArrayList<T>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.apply(json));
        }
        return elements;
    }

    static Set<String> strings(JsonParser json) {
        return set(json, JsonInput::string);
    }

    /** In the order told; repeated elements collapse. */
    static <T> Set<T> set(JsonParser json, Function<JsonParser, T> element) {
        return OrderedSet.copyOf(list(json, element));
    }

    static String string(JsonParser json) {
        expect(json, JsonToken.VALUE_STRING, "a string");
        return json.getString();
    }

    static boolean bool(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        expect(json, JsonToken.VALUE_FALSE, "a boolean");
        return false;
    }

    static BigDecimal decimal(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            expect(json, JsonToken.VALUE_NUMBER_INT, "a number");
        }
        return json.getDecimalValue();
    }

    /** A whole number, however it is written: 3.0 is 3. */
    static long int64(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return json.getLongValue();
        }
        try {
            return decimal(json).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number of at most 64 bits", e);
        }
    }

    static int int32(JsonParser json) {
        try {
            return Math.toIntExact(int64(json));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number of at most 32 bits", e);
        }
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is required");
        }
        return value;
    }

    private static void expect(JsonParser json, JsonToken token, String kind) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException("must be " + kind);
        }
    }
}
