package io.discounts.service.edge;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with a request body.
 *
 * @param pointer the place, an RFC 6901 JSON pointer into the body; empty for the body as a whole
 * @param detail what is wrong, for a person to read; never quotes the input unbounded
 */
public record Violation(String pointer, String detail) {
    private static final Pattern JSON_POINTER = Pattern.compile("(/[^/]*+)*+");

    public Violation {
        if (!JSON_POINTER.matcher(pointer).matches()) {
            throw new IllegalArgumentException("not a JSON pointer");
        }
        if (detail.isBlank()) {
            throw new IllegalArgumentException("a violation says what is wrong");
        }
    }
}
