package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Events as a table. After the commit this instance's relay is woken; if another leads, it finds them at its next poll. */
final class JdbcEventOutbox implements EventOutbox {
    /** The driver makes one statement of so many rows. */
    private static final int ROWS = 500;

    private static final String INSERT = "INSERT INTO event_outbox (subject, event, appended_at) VALUES (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final AlarmClock relay;

    JdbcEventOutbox(JdbcTemplate jdbc, Clock clock, AlarmClock relay) {
        this.jdbc = jdbc;
        this.clock = clock;
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
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.batchUpdate(INSERT, events, ROWS, (row, event) -> {
            row.setString(1, event.subject());
            row.setBytes(2, CloudEventJson.write(event));
            row.setObject(3, now);
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.ring();
            }
        });
    }
}
