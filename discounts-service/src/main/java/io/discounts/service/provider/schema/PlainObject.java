package io.discounts.service.provider.schema;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.HashMap;
import java.util.Map;

/** An object of known fields, none twice. */
public final class PlainObject implements PlainShape {
    private record Field(PlainShape shape, long bit) {}

    private final Map<String, Field> fields = new HashMap<>();
    private long required;

    /** With a field that must be there. */
    public PlainObject with(String name, PlainShape shape) {
        required |= add(name, shape);
        return this;
    }

    /** With a field that may be left out. */
    public PlainObject or(String name, PlainShape shape) {
        var unused = add(name, shape);
        return this;
    }

    private long add(String name, PlainShape shape) {
        var bit = 1L << fields.size();
        fields.put(name, new Field(shape, bit));
        return bit;
    }

    @Override
    public boolean fits(JsonParser json) {
        return json.currentToken() == JsonToken.START_OBJECT && fitsFields(json);
    }

    /** Stands before a field's name. */
    boolean fitsFields(JsonParser json) {
        var seen = 0L;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var field = fields.get(name);
            if (field == null || (seen & field.bit()) != 0) {
                return false;
            }
            seen |= field.bit();
            json.nextToken();
            if (!field.shape().fits(json)) {
                return false;
            }
        }
        return json.currentToken() == JsonToken.END_OBJECT && (seen & required) == required;
    }
}
