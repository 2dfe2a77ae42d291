package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * What the database can do at best with JDBC: upserts of both tables' rows in batches, which the driver folds into one statement
 * each; a transaction for each batch, its rows in the order of the primary keys. It asks nothing, so it guards nothing.
 */
record BareTables(Database database) {
    private static final int BATCH = 500;
    private static final String DISCOUNT = """
            INSERT INTO discount (region, provider, external_id, version, body) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE version = VALUES(version), body = VALUES(body)""";
    private static final String SCOPE = """
            INSERT INTO discount_scope (region, scope_key, provider, external_id) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE region = VALUES(region)""";

    private record ScopeRow(BareRow row, String key) {
        private static final Comparator<ScopeRow> BY_KEY = Comparator.comparing(
                        (ScopeRow scope) -> scope.row().region())
                .thenComparing(ScopeRow::key)
                .thenComparing(ScopeRow::row, BareRow.BY_KEY);
    }

    /** Writes rows on a connection of its own. */
    void write(List<BareRow> rows) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url() + "?rewriteBatchedStatements=true", database.username(), database.password());
                var discounts = connection.prepareStatement(DISCOUNT);
                var scopes = connection.prepareStatement(SCOPE)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += BATCH) {
                var batch = rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
                        .sorted(BareRow.BY_KEY)
                        .toList();
                discounts(discounts, batch);
                scopes(scopes, batch);
                connection.commit();
            }
        }
    }

    private static void discounts(PreparedStatement statement, List<BareRow> rows) throws SQLException {
        for (var row : rows) {
            statement.setString(1, row.region());
            statement.setString(2, row.provider());
            statement.setString(3, row.externalId());
            statement.setLong(4, row.version());
            statement.setBytes(5, row.body());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static void scopes(PreparedStatement statement, List<BareRow> rows) throws SQLException {
        var scopes = rows.stream()
                .flatMap(row -> row.scopeKeys().stream().map(key -> new ScopeRow(row, key)))
                .sorted(ScopeRow.BY_KEY)
                .toList();
        for (var scope : scopes) {
            statement.setString(1, scope.row().region());
            statement.setBytes(2, scope.key().getBytes(StandardCharsets.UTF_8));
            statement.setString(3, scope.row().provider());
            statement.setString(4, scope.row().externalId());
            statement.addBatch();
        }
        statement.executeBatch();
    }
}
