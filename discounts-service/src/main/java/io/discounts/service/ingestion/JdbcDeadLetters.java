package io.discounts.service.ingestion;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Dead letters in MySQL. */
@Component
final class JdbcDeadLetters implements DeadLetters {
    private static final String KEEP = """
            INSERT INTO dead_letter
              (stream, shard_id, sequence_number, sub_sequence, subject, received_at, reason, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE reason = VALUES(reason)
            """;
    private static final int ROWS = 100;

    private final JdbcTemplate jdbc;

    JdbcDeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(KEEP, letters, ROWS, (statement, letter) -> {
            statement.setString(1, letter.stream());
            statement.setString(2, letter.shardId());
            statement.setString(3, letter.record().sequenceNumber());
            statement.setLong(4, letter.record().subSequenceNumber());
            statement.setString(5, letter.subject());
            statement.setObject(6, LocalDateTime.ofInstant(letter.record().arrivedAt(), ZoneOffset.UTC));
            statement.setString(7, letter.reason());
            statement.setBytes(8, letter.record().payload());
        });
    }
}
