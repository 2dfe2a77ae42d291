package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document that is read once from front to back, standing before the value that is read next. A property whose value is
 * {@code null} counts as absent.
 */
final class Json {
    /** Ids are names here ({@code discounts}): interning them would fill the host's string table. */
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Closing a body that is not read to its end is for who knows how to do it without waiting.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    private final JsonParser parser;

    private Json(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the one value of a document, to its end. */
    static <T> T document(InputStream bytes, Reading<T> reading) throws IOException {
        try (var parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw new UnexpectedJsonException("an empty document");
            }
            var value = reading.read(new Json(parser));
            if (parser.nextToken() != null) {
                throw new UnexpectedJsonException("more than one value");
            }
            return value;
        }
    }

    /** Reads an object; the reader is given each name, standing before its value, which it must read or {@link #skip}. */
    void object(PropertyReader property) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                property.read(name);
            }
        }
    }

    <T> List<T> list(Reading<T> element) throws IOException {
        expect(JsonToken.START_ARRAY);
        var list = new ArrayList<T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read(this));
        }
        return list;
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    boolean flag() throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw unexpected("a boolean");
        }
        return parser.getBooleanValue();
    }

    Instant instant() throws IOException {
        var text = text();
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notOne) {
            throw new UnexpectedJsonException(
                    "no instant: " + parser.currentTokenLocation().offsetDescription(), notOne);
        }
    }

    /** Whatever stands here, as {@code Terms} has it. */
    Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> List.copyOf(list(Json::value));
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getDecimalValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> throw unexpected("a value");
        };
    }

    private Map<String, Object> map() throws IOException {
        var map = new LinkedHashMap<String, Object>();
        object(name -> map.put(name, value()));
        return Collections.unmodifiableMap(map);
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** The value of a property that has to be there. */
    static <T> T required(@Nullable T value, String property) throws UnexpectedJsonException {
        if (value == null) {
            throw new UnexpectedJsonException("no " + property);
        }
        return value;
    }

    private void expect(JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw unexpected(token.name());
        }
    }

    private UnexpectedJsonException unexpected(String wanted) {
        return new UnexpectedJsonException("%s instead of %s at %s"
                .formatted(
                        parser.currentToken(),
                        wanted,
                        parser.currentTokenLocation().offsetDescription()));
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(Json json) throws IOException;
    }

    @FunctionalInterface
    interface PropertyReader {
        void read(String name) throws IOException;
    }
}
