package io.discounts.service.ingestion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queues of dead letters in MySQL. */
@Component
final class JdbcQueuedLetters implements QueuedLetters {
    /** Of a page; a record may have a mebibyte and more. */
    static final long MAX_PAGE_BYTES = 8L << 20;

    private static final String LETTER = """
            SELECT id, stream, shard_id, sequence_number, sub_sequence, received_at, payload, subject, COALESCE(reason,
              CONCAT('waits behind dead letter ', (SELECT MIN(head.id) FROM dead_letter head
                WHERE head.stream = dead_letter.stream AND head.subject = dead_letter.subject))) AS told
              FROM dead_letter
            """;

    private record Size(long id, long bytes) {}

    private final JdbcClient jdbc;

    JdbcQueuedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KeptLetter> find(long id) {
        return jdbc.sql(LETTER + "WHERE id = ?")
                .param(id)
                .query(JdbcQueuedLetters::letter)
                .optional();
    }

    @Override
    public LetterPage page(LetterFilter filter, long behind, int limit) {
        var sizes = sizes(filter, behind, limit + 1);
        var fitting = fitting(sizes.subList(0, Math.min(limit, sizes.size())));
        if (fitting.isEmpty()) {
            return new LetterPage(List.of(), false);
        }
        var letters = jdbc.sql(LETTER + "WHERE id IN (:ids) ORDER BY id")
                .param("ids", fitting)
                .query(JdbcQueuedLetters::letter)
                .list();
        return new LetterPage(letters, fitting.size() < sizes.size());
    }

    private List<Size> sizes(LetterFilter filter, long behind, int limit) {
        var sql = "SELECT id, LENGTH(payload) FROM dead_letter WHERE id > :behind"
                + (filter.stream() == null ? "" : " AND stream = :stream")
                + (filter.subject() == null ? "" : " AND subject = :subject") + " ORDER BY id LIMIT :limit";
        return jdbc.sql(sql)
                .param("behind", behind)
                .param("stream", filter.stream())
                .param("subject", SubjectBytes.writeNullable(filter.subject()))
                .param("limit", limit)
                .query((row, index) -> new Size(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** The first in any case, then as many as there is room for. */
    private static List<Long> fitting(List<Size> sizes) {
        var ids = new ArrayList<Long>();
        var bytes = 0L;
        for (var size : sizes) {
            bytes += size.bytes();
            if (!ids.isEmpty() && bytes > MAX_PAGE_BYTES) {
                break;
            }
            ids.add(size.id());
        }
        return ids;
    }

    @Override
    public void lock(KeptLetter letter) {
        jdbc.sql("SELECT subject FROM dead_letter_subject WHERE stream = ? AND subject = ? FOR UPDATE")
                .param(letter.stream())
                .param(SubjectBytes.write(SubjectBytes.row(letter.subject())))
                .query(byte[].class)
                .optional();
    }

    @Override
    public Optional<KeptLetter> first(KeptLetter letter) {
        return letter.subject() == null
                ? find(letter.id())
                : jdbc.sql(LETTER + "WHERE stream = ? AND subject = ? ORDER BY id LIMIT 1")
                        .param(letter.stream())
                        .param(SubjectBytes.write(letter.subject()))
                        .query(JdbcQueuedLetters::letter)
                        .optional();
    }

    @Override
    public long count(KeptLetter letter) {
        return letter.subject() == null
                ? find(letter.id()).stream().count()
                : jdbc.sql("SELECT COUNT(*) FROM dead_letter WHERE stream = ? AND subject = ?")
                        .param(letter.stream())
                        .param(SubjectBytes.write(letter.subject()))
                        .query(Long.class)
                        .single();
    }

    @Override
    public void renew(KeptLetter letter, String reason) {
        jdbc.sql("UPDATE dead_letter SET reason = ? WHERE id = ?")
                .params(reason, letter.id())
                .update();
    }

    @Override
    public void remove(KeptLetter letter) {
        jdbc.sql("DELETE FROM dead_letter WHERE id = ?").param(letter.id()).update();
    }

    @Override
    public List<ParkedStream> parked() {
        return jdbc.sql("SELECT stream, COUNT(*), COUNT(DISTINCT subject) FROM dead_letter GROUP BY stream")
                .query((row, index) -> new ParkedStream(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static KeptLetter letter(ResultSet row, int index) throws SQLException {
        var receivedAt = row.getObject("received_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        var record = new StreamRecord(
                row.getString("sequence_number"), row.getLong("sub_sequence"), receivedAt, row.getBytes("payload"));
        return new KeptLetter(
                row.getLong("id"),
                row.getString("stream"),
                row.getString("shard_id"),
                record,
                SubjectBytes.readNullable(row.getBytes("subject")),
                row.getString("told"));
    }
}
