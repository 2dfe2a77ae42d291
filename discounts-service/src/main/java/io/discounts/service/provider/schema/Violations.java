package io.discounts.service.provider.schema;

import com.networknt.schema.Error;

import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with an event's data: where, as a JSON pointer into the event, and what; never what stands there. */
final class Violations {
    private static final String ROOT = "/data";
    private static final int MAX_LENGTH = 1000;

    private Violations() {}

    static String describe(String pointer, String detail) {
        return ROOT + pointer + ": " + detail;
    }

    /** All of them, each once, as far as there is room. */
    static String describe(List<Error> violations) {
        // Far more than there is room for: an array may break its schema a hundred thousand times.
        return bounded(violations.stream()
                .limit(MAX_LENGTH)
                .map(Violations::describe)
                .distinct()
                .collect(Collectors.joining("; ")));
    }

    private static String describe(Error violation) {
        var pointer = violation.getInstanceLocation().toString();
        return violation.getKeyword().equals("required")
                ? describe(pointer + '/' + violation.getProperty(), "is required")
                : describe(pointer, detail(violation));
    }

    private static String detail(Error violation) {
        var asked = violation.getArguments().length == 0 ? "" : violation.getArguments()[0];
        return switch (violation.isCustomMessage() ? "" : violation.getKeyword()) {
            case "type" -> "must be " + violation.getArguments()[1];
            case "enum" -> "must be one of " + asked;
            case "exclusiveMinimum" -> "must be greater than " + asked;
            case "minimum" -> "must be at least " + asked;
            case "maximum" -> "must be at most " + asked;
            case "minItems" -> "must have at least " + asked + " items";
            case "minLength" -> "must have at least " + asked + " characters";
            case "maxLength" -> "must have at most " + asked + " characters";
            case "pattern" -> "must match " + asked;
            case "format" -> "must be an RFC 3339 " + asked;
            default -> violation.getMessage();
        };
    }

    private static String bounded(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + '…';
    }
}
