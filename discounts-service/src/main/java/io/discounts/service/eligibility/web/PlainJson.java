package io.discounts.service.eligibility.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a document token by token, as the edge's JSON mapper would bind it; a thousandth of whose errors it can explain. Throws
 * {@link NotPlainException}, or Jackson's own exception, on whatever is not as expected. For one document and one thread.
 */
final class PlainJson implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    /** No object of any body has more. */
    private static final int MOST_NAMES = 8;

    /** Here is something that a reader of plain documents does not expect. */
    static final class NotPlainException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlainException() {
            super("not plain", null, false, false);
        }
    }

    private final JsonParser parser;

    PlainJson(byte[] document) {
        this.parser = JSON.createParser(ObjectReadContext.empty(), document);
    }

    /** Steps into an object; false if there is null in its place. */
    boolean beginsObject() {
        return isThere(parser.nextToken(), JsonToken.START_OBJECT);
    }

    /** The names of the object that was stepped into, each of them once, as in all request bodies. */
    final class Names {
        private final String[] seen = new String[MOST_NAMES];
        private int count;

        /** Null at the object's end. */
        @Nullable
        String next() {
            var name = parser.nextName();
            if (name != null) {
                see(name);
            }
            return name;
        }

        /** They are few, and a table of their hashes would cost more than to compare them. */
        private void see(String name) {
            for (int i = 0; i < count; i++) {
                if (seen[i].equals(name)) {
                    throw new NotPlainException();
                }
            }
            if (count == MOST_NAMES) {
                throw new NotPlainException();
            }
            seen[count++] = name;
        }
    }

    Names names() {
        return new Names();
    }

    @Nullable
    String text() {
        return isThere(parser.nextToken(), JsonToken.VALUE_STRING) ? parser.getString() : null;
    }

    @Nullable
    Integer integer() {
        return isThere(parser.nextToken(), JsonToken.VALUE_NUMBER_INT) ? parser.getIntValue() : null;
    }

    @Nullable
    Long longInteger() {
        return isThere(parser.nextToken(), JsonToken.VALUE_NUMBER_INT) ? parser.getLongValue() : null;
    }

    @Nullable
    List<@Nullable String> texts() {
        if (!isThere(parser.nextToken(), JsonToken.START_ARRAY)) {
            return null;
        }
        var texts = new ArrayList<@Nullable String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(isThere(parser.currentToken(), JsonToken.VALUE_STRING) ? parser.getString() : null);
        }
        return texts;
    }

    /** Objects, each read by {@code one} once it has been stepped into. */
    <T> @Nullable List<@Nullable T> objects(Function<PlainJson, T> one) {
        if (!isThere(parser.nextToken(), JsonToken.START_ARRAY)) {
            return null;
        }
        var objects = new ArrayList<@Nullable T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            objects.add(isThere(parser.currentToken(), JsonToken.START_OBJECT) ? one.apply(this) : null);
        }
        return objects;
    }

    /** There must be nothing left. */
    void end() {
        if (parser.nextToken() != null) {
            throw new NotPlainException();
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private static boolean isThere(@Nullable JsonToken token, JsonToken expected) {
        if (token == expected) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            throw new NotPlainException();
        }
        return false;
    }
}
