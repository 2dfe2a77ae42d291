package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be applied.
 *
 * @param subject absent if it could not be read
 * @param reason for the provider's engineers
 */
record DeadLetter(
        String stream,
        String shardId,
        StreamRecord record,
        @Nullable String subject,
        String reason) {
    private static final int MAX_REASON = 2000;

    DeadLetter {
        reason = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }
}
