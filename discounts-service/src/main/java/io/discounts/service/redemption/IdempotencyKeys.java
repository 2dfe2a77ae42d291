package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Keys that have been used within a day, with the answers. */
final class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    /** A key somebody has used; without a reply only in the eyes of the transaction that is about to give it one. */
    record Used(Digest fingerprint, @Nullable Reply reply, Instant at) {}

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the key has been used; waits for whoever is using it. */
    boolean claim(Digest key, Digest fingerprint, Instant now) {
        try {
            jdbc.update(
                    "INSERT INTO idempotency_key (digest, fingerprint, created_at) VALUES (?, ?, ?)",
                    key.bytes(),
                    fingerprint.bytes(),
                    Columns.utc(now));
            return true;
        } catch (DuplicateKeyException used) {
            return false;
        }
    }

    void answer(Digest key, Reply reply) {
        jdbc.update(
                "UPDATE idempotency_key SET status = ?, content_type = ?, location = ?, body = ? WHERE digest = ?",
                reply.status(),
                reply.contentType(),
                reply.location(),
                reply.body(),
                key.bytes());
    }

    Optional<Used> find(Digest key) {
        return jdbc
                .query(
                        "SELECT fingerprint, status, content_type, location, body, created_at FROM idempotency_key"
                                + " WHERE digest = ?",
                        (row, at) -> new Used(
                                Digest.ofColumn(row.getBytes(1)),
                                row.getBytes(5) == null
                                        ? null
                                        : new Reply(row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5)),
                                Columns.instant(row.getObject(6, LocalDateTime.class))),
                        key.bytes())
                .stream()
                .findFirst();
    }

    void forget(Digest key, Instant usedBefore) {
        jdbc.update(
                "DELETE FROM idempotency_key WHERE digest = ? AND created_at < ?",
                key.bytes(),
                Columns.utc(usedBefore));
    }

    /** Forgets some of the oldest; how many. */
    int forgetSome(Instant usedBefore, int most) {
        return jdbc.update(
                "DELETE FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT ?",
                Columns.utc(usedBefore),
                most);
    }
}
