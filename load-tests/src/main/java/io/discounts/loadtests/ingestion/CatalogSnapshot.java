package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what MySQL holds, past the service. */
final class CatalogSnapshot {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    CatalogSnapshot(Database database) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /** @throws org.springframework.dao.DataAccessException if the database does not answer */
    CatalogLines lines() {
        var lines = new ArrayList<String>();
        lines.addAll(jdbc.sql("SELECT provider, external_id, version, body FROM discount")
                .query((row, number) -> discount(row))
                .list());
        lines.addAll(jdbc.sql("SELECT scope_key, provider, external_id FROM discount_scope")
                .query((row, number) -> CatalogLines.scope(
                        new String(row.getBytes(1), StandardCharsets.UTF_8), row.getString(2), row.getString(3)))
                .list());
        lines.addAll(jdbc.sql("SELECT store_id, version, removed, city, type FROM store")
                .query((row, number) -> store(row))
                .list());
        return CatalogLines.of(lines);
    }

    long deadLetters() {
        return jdbc.sql("SELECT COUNT(*) FROM dead_letter").query(Long.class).single();
    }

    /** How many transactions wait for another to let go of a row. */
    int waitingTransactions() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                .query(Integer.class)
                .single();
    }

    /** Transactions that have been open for so long without waiting for a row. */
    int openTransactions(Duration atLeast) {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'RUNNING'"
                        + " AND trx_started < NOW() - INTERVAL " + atLeast.toSeconds() + " SECOND")
                .query(Integer.class)
                .single();
    }

    /** All there are, for people who wonder. */
    List<String> transactions() {
        return jdbc.sql(
                        "SELECT CONCAT_WS(' ', t.trx_state, t.trx_started, t.trx_rows_locked, p.time, p.host, LEFT(p.info, 120))"
                                + " FROM information_schema.innodb_trx t"
                                + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id")
                .query(String.class)
                .list();
    }

    /** Discounts and stores that it knows, tombstones included. */
    int subjects() {
        return jdbc.sql("SELECT (SELECT COUNT(*) FROM discount) + (SELECT COUNT(*) FROM store)")
                .query(Integer.class)
                .single();
    }

    /** Grows whenever anything about a discount changes that an answer shows. */
    long sheetVersions() {
        return jdbc.sql("SELECT COALESCE(SUM(version), 0) FROM scope_sheet")
                .query(Long.class)
                .single();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    private static String discount(ResultSet row) throws SQLException {
        var body = row.getBytes(4);
        if (body == null) {
            return CatalogLines.withdrawn(row.getString(1), row.getString(2), row.getLong(3));
        }
        var json = JSON.readTree(body);
        return CatalogLines.published(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                json.at("/label").asString(),
                json.at("/effect/percent").asInt(),
                json.at("/rules/0/anyOf/0").asString("").equals("prime"));
    }

    private static String store(ResultSet row) throws SQLException {
        return row.getBoolean(3)
                ? CatalogLines.closed(row.getString(1), row.getLong(2))
                : CatalogLines.opened(row.getString(1), row.getLong(2), row.getString(4), row.getString(5));
    }
}
