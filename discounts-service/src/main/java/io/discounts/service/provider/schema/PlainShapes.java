package io.discounts.service.provider.schema;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shapes that events are made of. Lengths are counted in UTF-16 units, of which there are never fewer than characters. */
public final class PlainShapes {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_IDENTIFIER = 64;
    private static final String SIGNS = "._~-"; // of identifiers, beside letters and digits
    private static final Pattern INSTANT =
            Pattern.compile("(19[7-9]|2\\d\\d)\\d-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PlainShapes() {}

    /** Whether it is JSON of this shape and nothing behind it. */
    public static boolean fits(PlainShape shape, String written) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), written)) {
            json.nextToken();
            return shape.fits(json) && json.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    /** A string of 1 to so many characters. */
    public static PlainShape text(int most) {
        return text(value -> !value.isEmpty() && value.length() <= most);
    }

    private static PlainShape text(Predicate<String> holds) {
        return json -> json.currentToken() == JsonToken.VALUE_STRING && holds.test(json.getString());
    }

    /** A string, whatever it says. */
    public static PlainShape anyText() {
        return text(value -> true);
    }

    /** A string that a pattern matches as a whole. */
    public static PlainShape matching(String pattern) {
        var compiled = Pattern.compile(pattern);
        return text(value -> compiled.matcher(value).matches());
    }

    public static PlainShape identifier() {
        return text(PlainShapes::isIdentifier);
    }

    /** A loop, for most of what an event names are identifiers, and a pattern takes twice as long. */
    private static boolean isIdentifier(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_IDENTIFIER;
    }

    /** A time in UTC, in whole seconds. */
    public static PlainShape instant() {
        return text(value -> INSTANT.matcher(value).matches());
    }

    public static PlainShape oneOf(String... values) {
        var known = Set.of(values);
        return text(known::contains);
    }

    public static PlainShape bool() {
        return json -> json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE;
    }

    /** A whole number written as one. */
    public static PlainShape whole(long least, long most) {
        return json -> json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= least
                && json.getLongValue() <= most;
    }

    /** A number up to 100 with at most two decimals. */
    public static PlainShape percent(boolean mayBeZero) {
        return json -> {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                    && json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                return false;
            }
            var written = json.getString();
            if (!PERCENT.matcher(written).matches()) {
                return false;
            }
            var value = new BigDecimal(written);
            return value.compareTo(HUNDRED) <= 0 && (mayBeZero || value.signum() > 0);
        };
    }

    /** An array of so many elements at least. */
    public static PlainShape list(PlainShape element, int least) {
        return json -> {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                return false;
            }
            var count = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (!element.fits(json)) {
                    return false;
                }
                count++;
            }
            return count >= least;
        };
    }

    public static PlainShape emptyList() {
        return json -> json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY;
    }

    /** An object that says first of which type it is, and by that which other fields it has. */
    public static PlainShape byType(Map<String, PlainObject> types) {
        var known = Map.copyOf(types);
        return json -> {
            if (json.currentToken() != JsonToken.START_OBJECT
                    || !"type".equals(json.nextName())
                    || json.nextToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            var type = known.get(json.getString());
            return type != null && type.fitsFields(json);
        };
    }
}
