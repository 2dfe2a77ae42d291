package io.discounts.sdk.rollout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Puts keys into one of {@link Staging#ALL} buckets each, for ever the same. A rollout takes the buckets from the lowest
 * up, so that widening it never takes one back. Safe for use by many threads.
 *
 * @param salt rollouts with different salts know nothing of each other
 */
record StickyBucket(String salt) {
    /** From 0 to {@link Staging#ALL} exclusive: SHA-256 of salt and key, its first 63 bits modulo the number of buckets. */
    int of(String key) {
        var digest = sha256().digest((salt + '\0' + key).getBytes(StandardCharsets.UTF_8));
        return (int) ((ByteBuffer.wrap(digest).getLong() >>> 1) % Staging.ALL);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
