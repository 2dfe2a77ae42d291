package io.discounts.loadtests.events;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** Reads what MySQL holds of events, past the service. */
final class OutboxSnapshot {
    private final JdbcClient jdbc;

    OutboxSnapshot(Database database) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    long waiting() {
        return count("SELECT COUNT(*) FROM event_outbox WHERE sent_at IS NULL");
    }

    /** The sum over all discounts, tombstones included. */
    long versions() {
        return count("SELECT COALESCE(SUM(version), 0) FROM discount");
    }

    /** All that was ever written, in the order in which it was: sent events are kept for a day. */
    Deliveries written() {
        var written = new Deliveries();
        jdbc.sql("SELECT subject, event_id, data FROM event_outbox ORDER BY id").query(row -> {
            var data = new String(row.getBytes(3), StandardCharsets.UTF_8);
            written.take(row.getString(1), row.getString(2), data);
        });
        return written;
    }

    static String id(String event) {
        return JsonMapper.shared().readTree(event).get("id").asString();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
