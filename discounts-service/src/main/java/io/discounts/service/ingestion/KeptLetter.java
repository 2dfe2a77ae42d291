package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is kept.
 *
 * @param id grows in the order in which the letters of a subject queue
 * @param subject absent if it could not be read
 * @param reason for the provider's engineers
 */
public record KeptLetter(
        long id,
        String stream,
        String shardId,
        StreamRecord record,
        @Nullable String subject,
        String reason) {}
