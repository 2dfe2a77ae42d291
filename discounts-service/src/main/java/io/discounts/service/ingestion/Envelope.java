package io.discounts.service.ingestion;

import io.discounts.service.ingestion.EnvelopeReading.Read;
import io.discounts.service.ingestion.EnvelopeReading.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What has been read of a CloudEvent so far; an attribute that is null is unset. Not thread-safe. */
final class Envelope {
    static final int MAX_ATTRIBUTE = 256;

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type", "subject", "time");
    private static final Set<String> OTHERS = Set.of("datacontenttype", "data", "data_base64");
    private static final Pattern JSON_MEDIA_TYPE = Pattern.compile("[^/;\\s]+/([^/;\\s]+\\+)?json\\s*(;.*)?");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private final Map<String, JsonNode> attributes = new HashMap<>();

    /** Stands on the attribute's value; skips one that means nothing here. */
    void take(String name, JsonParser json) {
        if (REQUIRED.contains(name) || OTHERS.contains(name)) {
            JsonNode value = json.readValueAsTree();
            if (!value.isNull()) {
                attributes.put(name, value);
            }
        } else {
            json.skipChildren();
        }
    }

    /** Null if none has been read that could be one. */
    @Nullable
    String subject() {
        var subject = attributes.get("subject");
        return subject != null && isText(subject) ? subject.stringValue() : null;
    }

    EnvelopeReading toReading() {
        var violations = violations();
        return violations.isEmpty() ? new Read(event()) : new Unreadable(String.join("; ", violations), subject());
    }

    private CloudEvent event() {
        return new CloudEvent(
                text("id"), text("source"), text("type"), text("subject"), instant(text("time")), value("data"));
    }

    private List<String> violations() {
        var violations = new ArrayList<String>();
        REQUIRED.forEach(name -> {
            if (!attributes.containsKey(name)) {
                violations.add("/" + name + ": is required");
            } else if (!isText(value(name))) {
                violations.add("/" + name + ": must be a string of 1 to 256 characters without control characters");
            }
        });
        if (violations.isEmpty() && !text("specversion").equals("1.0")) {
            violations.add("/specversion: must be 1.0");
        }
        if (violations.isEmpty() && !isInstant(text("time"))) {
            violations.add("/time: must be an RFC 3339 instant not before 1970");
        }
        addDataViolations(violations);
        return violations;
    }

    private void addDataViolations(List<String> violations) {
        if (attributes.containsKey("data_base64")) {
            violations.add("/data_base64: must not be given, data is JSON");
        }
        var mediaType = attributes.get("datacontenttype");
        if (mediaType != null && !isJson(mediaType)) {
            violations.add("/datacontenttype: must be JSON");
        }
        if (!attributes.containsKey("data")) {
            violations.add("/data: is required");
        } else if (!value("data").isObject()) {
            violations.add("/data: must be an object");
        }
    }

    private JsonNode value(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " has not been read");
        }
        return value;
    }

    private String text(String name) {
        return value(name).stringValue();
    }

    /** What CloudEvents calls a String, with a bound: no control characters, no half of a surrogate pair. */
    private static boolean isText(JsonNode value) {
        return value.isString()
                && !value.stringValue().isBlank()
                && value.stringValue().length() <= MAX_ATTRIBUTE
                && value.stringValue().codePoints().noneMatch(Envelope::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isJson(JsonNode mediaType) {
        return mediaType.isString()
                && JSON_MEDIA_TYPE
                        .matcher(mediaType.stringValue().toLowerCase(Locale.ROOT))
                        .matches();
    }

    static boolean isInstant(String written) {
        try {
            return RFC_3339.matcher(written.toUpperCase(Locale.ROOT)).matches()
                    && !instant(written).isBefore(Instant.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant instant(String written) {
        return Instant.parse(written);
    }
}
