package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import io.discounts.service.sql.MultiRowInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Events as a table, many with one statement; they are rendered when they are sent, by the one instance that carries. After
 * the commit this instance's relay is woken; if another leads, it finds them at its next poll.
 */
final class JdbcEventOutbox implements EventOutbox {
    private static final int ROWS = 500;

    /** A statement of half a heap region, which may have a megabyte, would be humongous to G1: it marks the heap for such. */
    private static final int CHARACTERS = 192 << 10;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final MultiRowInsert INSERT =
            new MultiRowInsert("event_outbox (subject, event_id, type, time, data)", "");

    private final JdbcTemplate jdbc;
    private final AlarmClock relay;

    JdbcEventOutbox(JdbcTemplate jdbc, AlarmClock relay) {
        this.jdbc = jdbc;
        this.relay = relay;
    }

    @Override
    public void append(List<OutgoingEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events belong to a transaction");
        }
        if (events.isEmpty()) {
            return;
        }
        statements(events).forEach(this::insert);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.ring();
            }
        });
    }

    private static List<List<OutgoingEvent>> statements(List<OutgoingEvent> events) {
        var statements = new ArrayList<List<OutgoingEvent>>();
        var from = 0;
        var characters = 0L;
        for (int i = 0; i < events.size(); i++) {
            var more = events.get(i).data().length();
            if (i > from && (i - from == ROWS || characters + more > CHARACTERS)) {
                statements.add(events.subList(from, i));
                from = i;
                characters = 0;
            }
            characters += more;
        }
        statements.add(events.subList(from, events.size()));
        return statements;
    }

    private void insert(List<OutgoingEvent> events) {
        var times = new HashMap<Instant, String>(); // most often one, of the whole batch
        INSERT.insert(jdbc, events, event -> new Object[] {
            event.subject(), event.id(), event.type(), times.computeIfAbsent(event.time(), TIME::format), event.data()
        });
    }
}
