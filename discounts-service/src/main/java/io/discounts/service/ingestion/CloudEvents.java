package io.discounts.service.ingestion;

import io.discounts.service.ingestion.EnvelopeReading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads CloudEvents 1.0 in structured JSON mode, strictly: UTF-8 without faults, one JSON object and nothing behind it, no
 * key twice. Safe for use by any thread.
 */
final class CloudEvents {
    static final int MAX_DEPTH = 64;

    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CloudEvents() {}

    static EnvelopeReading read(byte[] payload) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Unreadable("not UTF-8", null);
        }
    }

    private static EnvelopeReading read(String written) {
        var envelope = new Envelope();
        try (var json = JSON.createParser(written)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Unreadable("not a JSON object", null);
            }
            take(json, envelope);
            return json.nextToken() == null ? envelope.toReading() : unreadable("content behind the event", envelope);
        } catch (StreamConstraintsException e) {
            return unreadable(
                    "JSON nested deeper than " + MAX_DEPTH + " or with a number or name too long" + place(e), envelope);
        } catch (JacksonException e) {
            return unreadable((isDuplicate(e) ? "duplicate key" : "malformed JSON") + place(e), envelope);
        }
    }

    private static void take(JsonParser json, Envelope envelope) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            envelope.take(name, json);
        }
    }

    private static Unreadable unreadable(String reason, Envelope envelope) {
        return new Unreadable(reason, envelope.subject());
    }

    private static boolean isDuplicate(JacksonException e) {
        return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate");
    }

    private static String place(JacksonException e) {
        var place = e.getLocation();
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
