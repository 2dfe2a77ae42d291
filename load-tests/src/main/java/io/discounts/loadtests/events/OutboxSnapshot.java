package io.discounts.loadtests.events;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.nio.charset.StandardCharsets;

/** Reads what MySQL holds of events, past the service. */
public final class OutboxSnapshot {
    private final JdbcClient jdbc;

    public OutboxSnapshot(Database database) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    public long waiting() {
        return count("SELECT COUNT(*) FROM event_outbox WHERE sent_at IS NULL");
    }

    /** The sum over all discounts, tombstones included. */
    long versions() {
        return count("SELECT COALESCE(SUM(version), 0) FROM discount");
    }

    /** Holds that wait to be settled or to expire. */
    long held() {
        return count("SELECT COUNT(*) FROM redemption WHERE status = 'HELD'");
    }

    /** All that was ever written, in the order in which it was: sent events are kept for a day. */
    Deliveries written() {
        var written = new Deliveries();
        jdbc.sql("SELECT subject, event_id, data FROM event_outbox ORDER BY id").query(row -> {
            var id = row.getString(2);
            var data = new String(row.getBytes(3), StandardCharsets.UTF_8);
            written.take(Series.of(row.getString(1), id), id, data);
        });
        return written;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
