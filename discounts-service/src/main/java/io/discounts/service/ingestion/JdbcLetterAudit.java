package io.discounts.service.ingestion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The audit in MySQL. */
@Component
final class JdbcLetterAudit implements LetterAudit {
    private static final int MAX_ACTOR = 256;
    private static final String WRITE = """
            INSERT INTO dead_letter_audit (at, actor, action, outcome, letter_id, stream, shard_id, sequence_number,
              sub_sequence, subject, received_at, reason, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLetterAudit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void write(String actor, Action action, KeptLetter letter, Settlement outcome) {
        var record = letter.record();
        jdbc.sql(WRITE)
                .param(utc(clock.instant()))
                .param(actor.length() <= MAX_ACTOR ? actor : actor.substring(0, MAX_ACTOR))
                .param(action.name())
                .param(outcome.name())
                .param(letter.id())
                .param(letter.stream())
                .param(letter.shardId())
                .param(record.sequenceNumber())
                .param(record.subSequenceNumber())
                .param(SubjectBytes.writeNullable(letter.subject()))
                .param(utc(record.arrivedAt()))
                .param(letter.reason())
                .param(outcome == Settlement.DISCARDED ? record.payload() : null)
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
