package io.discounts.service.ingestion;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Dead letters in MySQL. A batch without any, whose subjects never had one, costs one statement: the lock on whatever
 * subject of it is known.
 */
@Component
final class JdbcDeadLetters implements DeadLetters {
    private static final String KNOW = "INSERT IGNORE INTO dead_letter_subject (stream, subject) VALUES (?, ?)";
    private static final String LOCK = """
            SELECT subject FROM dead_letter_subject FORCE INDEX (PRIMARY)
             WHERE stream = ? AND subject IN (%s) ORDER BY subject LOCK IN SHARE MODE
            """;
    private static final String HEADS = """
            SELECT letter.subject, letter.shard_id, letter.sequence_number, letter.sub_sequence
              FROM (SELECT MIN(id) AS id FROM dead_letter WHERE stream = ? AND subject IN (%s) GROUP BY subject) head
              JOIN dead_letter letter ON letter.id = head.id
            """;
    private static final String SETTLED = """
            SELECT sequence_number, sub_sequence, outcome FROM dead_letter_audit
             WHERE stream = ? AND shard_id = ? AND sequence_number IN (%s) AND outcome <> 'REFUSED'
            """;
    private static final String KEEP = """
            INSERT INTO dead_letter
              (stream, shard_id, sequence_number, sub_sequence, subject, received_at, reason, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;
    private static final int ROWS = 100;

    private final JdbcTemplate jdbc;

    JdbcDeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Standing standing(ReadBatch batch) {
        var stream = batch.batch().stream();
        know(stream, batch.refusedSubjects());
        var known = lock(stream, batch.subjects());
        if (known.isEmpty()) {
            return Standing.CLEAR;
        }
        var heads = heads(stream, known);
        return standing(batch, heads, known);
    }

    /** The row of a subject that is about to be parked has to be there to be locked. */
    private void know(String stream, Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.batchUpdate(KNOW, new TreeSet<>(subjects), ROWS, (statement, subject) -> {
                statement.setString(1, stream);
                statement.setBytes(2, SubjectBytes.write(subject));
            });
        }
    }

    private Set<String> lock(String stream, Set<String> subjects) {
        var known = new HashSet<String>();
        query(LOCK, List.of(stream), bytes(subjects), row -> known.add(SubjectBytes.read(row.getBytes(1))));
        return known;
    }

    private Map<String, Position> heads(String stream, Set<String> known) {
        var heads = new HashMap<String, Position>();
        query(
                HEADS,
                List.of(stream),
                bytes(known),
                row -> heads.put(
                        SubjectBytes.read(row.getBytes(1)),
                        new Position(row.getString(2), row.getString(3), row.getLong(4))));
        return heads;
    }

    private Standing standing(ReadBatch batch, Map<String, Position> heads, Set<String> known) {
        var shardId = batch.batch().shardId();
        var sequenceNumbers = new LinkedHashSet<Object>();
        batch.readings().stream()
                .filter(reading -> known.contains(SubjectBytes.row(reading.subject())))
                .forEach(reading -> sequenceNumbers.add(reading.record().sequenceNumber()));
        var discarded = new HashSet<Position>();
        var redriven = new HashSet<Position>();
        query(SETTLED, List.of(batch.batch().stream(), shardId), sequenceNumbers, row -> {
            var position = new Position(shardId, row.getString(1), row.getLong(2));
            (Settlement.valueOf(row.getString(3)) == Settlement.DISCARDED ? discarded : redriven).add(position);
        });
        return new Standing(heads, discarded, redriven);
    }

    private void query(String sql, List<String> leading, Collection<?> listed, RowCallbackHandler row) {
        var parameters = new ArrayList<Object>(leading);
        parameters.addAll(listed);
        jdbc.query(
                sql.formatted(String.join(", ", Collections.nCopies(listed.size(), "?"))), row, parameters.toArray());
    }

    private static List<byte[]> bytes(Set<String> subjects) {
        return subjects.stream().map(SubjectBytes::write).toList();
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
            statement.setBytes(5, SubjectBytes.writeNullable(letter.subject()));
            statement.setObject(6, LocalDateTime.ofInstant(letter.record().arrivedAt(), ZoneOffset.UTC));
            statement.setString(7, letter.reason());
            statement.setBytes(8, letter.record().payload());
        });
    }
}
