package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the database can do at best with JDBC: upserts in batches, which the driver folds into one statement each; a transaction
 * for each batch, its rows in the order of the primary keys. It asks nothing, so it guards nothing.
 *
 * @param allRows whether the rows are written as well that ingestion leaves for caches and downstream copies
 */
record BareTables(Database database, boolean allRows) {
    private static final int BATCH = 500;
    private static final String DISCOUNT = """
            INSERT INTO discount (region, provider, external_id, version, body) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE version = VALUES(version), body = VALUES(body)""";
    private static final String SCOPE = """
            INSERT INTO discount_scope (region, scope_key, provider, external_id, ends_at) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE ends_at = VALUES(ends_at)""";
    private static final String SHEET = """
            INSERT INTO scope_sheet (region, scope_key, version) VALUES (?, ?, 1)
            ON DUPLICATE KEY UPDATE version = version + 1""";
    private static final String EVENT =
            "INSERT INTO event_outbox (subject, event_id, type, time, data) VALUES (?, ?, 'event', UTC_TIMESTAMP(), ?)";

    /** Writes rows on a connection of its own. */
    void write(List<BareRow> rows) throws SQLException {
        try (var connection = DriverManager.getConnection(
                database.url() + "?rewriteBatchedStatements=true", database.username(), database.password())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += BATCH) {
                var batch = rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
                        .sorted(BareRow.BY_KEY)
                        .toList();
                write(connection, batch);
                connection.commit();
            }
        }
    }

    private void write(Connection connection, List<BareRow> batch) throws SQLException {
        var scopes =
                batch.stream().flatMap(BareRow::scopes).sorted(BareScope.BY_KEY).toList();
        upsert(connection, DISCOUNT, batch.stream().map(BareRow::columns));
        upsert(connection, SCOPE, scopes.stream().map(BareScope::columns));
        if (allRows) {
            upsert(
                    connection,
                    SHEET,
                    scopes.stream().map(BareScope::sheet).distinct().map(List::toArray));
            upsert(connection, EVENT, batch.stream().map(BareRow::eventColumns));
        }
    }

    private static void upsert(Connection connection, String sql, Stream<Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows.toList()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
