package io.discounts.service.ingestion;

import io.discounts.service.discount.PlainInstant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CloudEvents envelope written as most are: known attributes, each once, in ASCII. Whatever is written otherwise, rightly or
 * wrongly, is left to {@link CloudEvents}, which comes to the same where this comes to anything.
 *
 * @param data an object's JSON, not yet read
 */
record PlainEnvelope(String type, String subject, Instant time, String data) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final char REPLACEMENT = '\uFFFD';
    private static final Set<String> TEXTS = Set.of("specversion", "id", "source", "type", "subject", "time");

    /** What is no UTF-8 comes out of the decoder with a replacement character, which is not plain either. */
    static Optional<PlainEnvelope> read(byte[] payload) {
        var written = new String(payload, StandardCharsets.UTF_8);
        try {
            return written.indexOf(REPLACEMENT) < 0 ? read(written) : Optional.empty();
        } catch (JacksonException odd) {
            return Optional.empty();
        }
    }

    private static Optional<PlainEnvelope> read(String written) {
        var attributes = new HashMap<String, String>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), written)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                var value = value(name, json, written);
                if (value.isEmpty() || attributes.put(name, value) != null) {
                    return Optional.empty();
                }
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null
                    ? of(attributes)
                    : Optional.empty();
        }
    }

    /** Empty, which no attribute is, for what is not plain. */
    private static String value(String name, JsonParser json, String written) {
        if (name.equals("data")) {
            return json.currentToken() == JsonToken.START_OBJECT ? object(json, written) : "";
        }
        var text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        if (name.equals("datacontenttype")) {
            return text.equals("application/json") ? text : "";
        }
        return TEXTS.contains(name) && isPlain(text) ? text : "";
    }

    private static String object(JsonParser json, String written) {
        var from = json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        var until = json.currentTokenLocation().getCharOffset() + 1;
        return written.substring((int) from, (int) until);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.length() <= Envelope.MAX_ATTRIBUTE;
    }

    private static Optional<PlainEnvelope> of(Map<String, String> attributes) {
        var time = attributes.get("time");
        var subject = attributes.get("subject");
        var type = attributes.get("type");
        var data = attributes.get("data");
        if (time == null || subject == null || type == null || data == null) {
            return Optional.empty();
        }
        var isPlain = attributes.containsKey("id")
                && attributes.containsKey("source")
                && "1.0".equals(attributes.get("specversion"));
        return isPlain
                ? instant(time).map(instant -> new PlainEnvelope(type, subject, instant, data))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String time) {
        if (!PlainInstant.isOne(time)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PlainInstant.read(time)).filter(instant -> !instant.isBefore(Instant.EPOCH));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
