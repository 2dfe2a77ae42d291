package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be applied, or not yet.
 *
 * @param subject absent if it could not be read
 * @param reason for the provider's engineers; absent: the record only waits behind its subject's first letter
 */
record DeadLetter(
        String stream,
        String shardId,
        StreamRecord record,
        @Nullable String subject,
        @Nullable String reason) {
    /** What a letter says that only waits. */
    static final String WAITS = "waits behind an earlier record of its subject";

    private static final int MAX_REASON = 2000;

    DeadLetter {
        reason = reason == null ? null : cut(reason);
    }

    String toldReason() {
        return reason == null ? WAITS : reason;
    }

    /** What the column holds of a reason. */
    static String cut(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }
}
