package io.discounts.service.provider.schema;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.discounts.service.provider.terms.RefusedValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;

/** Reads an event's data as a native format's records. A null is an absent field, an absent list is empty. */
final class Payloads {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(ModelValues.module())
            .build();

    private Payloads() {}

    /**
     * Reads what its schema has found nothing wrong with.
     *
     * @throws RefusedValueException for what a schema cannot tell: a 30th of February, an unknown timezone
     */
    static <P> P read(JsonNode data, Class<P> type) {
        try {
            return JSON.treeToValue(data, type);
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    private static RefusedValueException refused(JacksonException e) {
        if (e.getCause() instanceof RefusedValueException within) {
            return new RefusedValueException(pointer(e) + within.pointer(), String.valueOf(within.getMessage()));
        }
        return new RefusedValueException(pointer(e), expected(e));
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }

    /** In our own words: Jackson's quote the value. */
    private static String expected(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException ours) {
            return String.valueOf(ours.getMessage());
        }
        var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return "cannot be read";
        }
        return type == Instant.class ? "must be an RFC 3339 date-time" : "must be a valid " + type.getSimpleName();
    }
}
