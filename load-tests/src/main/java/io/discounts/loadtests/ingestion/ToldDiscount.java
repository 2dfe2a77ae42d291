package io.discounts.loadtests.ingestion;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An event that publishes a discount, as it lies in the event log.
 *
 * @param stream it was put on, named like its provider
 * @param subject its partition key
 * @param json all of it
 */
record ToldDiscount(String stream, String subject, String json) {
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("(\"version\":)(\\d+)");
    private static final int NEWER = 100;

    /**
     * Reads a line of the log.
     *
     * @throws IllegalArgumentException if it has no subject
     */
    static ToldDiscount of(String stream, String line) {
        var subject = SUBJECT.matcher(line);
        if (!subject.find()) {
            throw new IllegalArgumentException("An event without a subject: " + line);
        }
        return new ToldDiscount(stream, subject.group(1), line);
    }

    /** The same discount in a version above all that the log has of it. */
    ToldDiscount newer() {
        var version = VERSION.matcher(json);
        return new ToldDiscount(
                stream,
                subject,
                version.replaceFirst(found -> found.group(1) + (Long.parseLong(found.group(2)) + NEWER)));
    }

    byte[] payload() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Which of so many writers writes all that is told of it, as a shard is read by one. */
    int writer(int writers) {
        return Math.floorMod(subject.hashCode(), writers);
    }
}
