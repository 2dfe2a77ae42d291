package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.shadow.CustomerIds;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps ids of customers out of what is shown. The shadow hashes those it knows of; this stands behind it, where the id of the
 * call may be within any text all the same. Safe for use by many threads.
 */
final class Pseudonyms {
    /** Shorter ids are found as words only, or every 1 would be taken for the customer 1. */
    private static final int UNMISTAKABLE = 4;

    private final CustomerIds ids;

    Pseudonyms(CustomerIds ids) {
        this.ids = ids;
    }

    String of(String customerId) {
        return ids.hashed(customerId);
    }

    /** The text without the id, as it is, and as JSON and JSON pointers would write it. */
    String without(@Nullable String customerId, String text) {
        if (customerId == null || customerId.isEmpty()) {
            return text;
        }
        var json = customerId.replace("\\", "\\\\").replace("\"", "\\\"");
        var pointer = customerId.replace("~", "~0").replace("/", "~1");
        var written = Stream.of(customerId, json, pointer).distinct().toList();
        // Nearly always it is not there, and this runs for each value.
        return written.stream().anyMatch(text::contains)
                ? pattern(written).matcher(text).replaceAll(of(customerId))
                : text;
    }

    private static Pattern pattern(List<String> written) {
        return Pattern.compile(written.stream().map(Pseudonyms::pattern).collect(Collectors.joining("|")));
    }

    private static String pattern(String written) {
        var quoted = Pattern.quote(written);
        return written.length() >= UNMISTAKABLE ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
    }
}
