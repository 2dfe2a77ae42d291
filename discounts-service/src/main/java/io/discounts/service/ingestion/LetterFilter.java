package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * Which letters are asked for.
 *
 * @param stream absent: of all streams
 * @param subject absent: of all subjects
 */
public record LetterFilter(
        @Nullable String stream, @Nullable String subject) {
    public static final LetterFilter ALL = new LetterFilter(null, null);
}
