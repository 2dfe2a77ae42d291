package io.discounts.service.outbox.stream;

import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.core.SdkBytes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The outbox's table by subject. There is no position up to which all is read: ids become visible in the order of commits, not
 * in their own, and one that comes late is simply a head the next time.
 */
record JdbcWaitingEvents(JdbcTemplate jdbc, Clock clock) implements WaitingEvents {
    private static final String HEADS = """
            SELECT head.id, head.subject, LENGTH(waiting.data)
              FROM (SELECT subject, MIN(id) AS id FROM event_outbox
                     WHERE sent_at IS NULL AND subject > ? GROUP BY subject ORDER BY subject LIMIT ?) head
              JOIN event_outbox waiting ON waiting.id = head.id
             ORDER BY head.subject
            """;

    @Override
    public List<Head> heads(String afterSubject, int most) {
        return jdbc.query(HEADS, JdbcWaitingEvents::head, afterSubject, most);
    }

    @Override
    public List<WaitingEvent> load(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<WaitingEvent>();
        jdbc.query(
                "SELECT id, subject, event_id, type, time, data FROM event_outbox WHERE id IN (" + marks(heads.size())
                        + ") ORDER BY subject",
                row -> {
                    events.add(new WaitingEvent(row.getLong(1), row.getString(2), rendered(row)));
                },
                heads.stream().map(Head::id).toArray());
        return events;
    }

    /** By the primary key whatever the optimizer thinks: on another way it would wait for rows that are not committed yet. */
    @Override
    public void sent(List<WaitingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var parameters = new ArrayList<Object>();
        parameters.add(now());
        events.forEach(event -> parameters.add(event.id()));
        jdbc.update(
                "UPDATE event_outbox FORCE INDEX (PRIMARY) SET sent_at = ? WHERE id IN (" + marks(events.size()) + ")",
                parameters.toArray());
    }

    @Override
    public void refuse(Head head) {
        jdbc.update("UPDATE event_outbox SET sent_at = ?, refused = TRUE WHERE id = ?", now(), head.id());
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong(1), row.getString(2), row.getInt(3) + CloudEventJson.ENVELOPE_BYTES);
    }

    private static SdkBytes rendered(ResultSet row) throws SQLException {
        var time = row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return SdkBytes.fromByteArrayUnsafe(
                CloudEventJson.write(row.getString(3), row.getString(4), row.getString(2), time, row.getBytes(6)));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String marks(int many) {
        return String.join(", ", Collections.nCopies(many, "?"));
    }
}
