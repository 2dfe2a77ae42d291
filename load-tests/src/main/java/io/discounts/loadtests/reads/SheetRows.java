package io.discounts.loadtests.reads;

import io.discounts.service.devservers.Database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A table with one row for each scope key that holds the whole sheet, in a schema of its own: as many bytes for each discount
 * as discounts have on average, whatever they say.
 */
record SheetRows(Database database, int bytesOfDiscount) {
    static final String READ = "SELECT scope_key, body FROM sheet WHERE region = ? AND scope_key IN (%s)";

    /** Of the discounts that have not ended by a moment. */
    static SheetRows made(Database database, Database filled, String moment) throws SQLException {
        var from = schema(filled);
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            var bytes = (int) number(
                    connection,
                    "SELECT AVG(LENGTH(body)) FROM (SELECT body FROM " + from + ".discount LIMIT 20000) some");
            var key =
                    "region CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, scope_key VARBINARY(320) NOT NULL, "
                            + "version BIGINT NOT NULL, %s PRIMARY KEY (region, scope_key)";
            statement.execute("CREATE TABLE version (" + key.formatted("") + ")");
            statement.execute("CREATE TABLE sheet (" + key.formatted("body LONGBLOB NOT NULL,") + ")");
            statement.execute(("INSERT INTO sheet SELECT region, scope_key, 1, REPEAT('x', %d * SUM(ends_at > '%s'))"
                            + " FROM %s.discount_scope GROUP BY region, scope_key")
                    .formatted(bytes, moment, from));
            statement.execute("ANALYZE TABLE sheet");
            return new SheetRows(database, bytes);
        }
    }

    /** Takes one discount out of each sheet and puts another in, each time other bytes; nothing crosses the wire, which favours the row. */
    void change(Connection connection, List<SheetsAsked> touched, boolean rows) throws SQLException {
        execute(
                connection,
                "INSERT INTO version VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE version = version + 1",
                touched);
        if (rows) {
            var sql =
                    "UPDATE sheet SET version = version + 1, body = CONCAT(SUBSTR(body, %d), REPEAT(MOD(version, 10), %d))"
                            .formatted(bytesOfDiscount + 1, bytesOfDiscount);
            execute(connection, sql + " WHERE region = ? AND scope_key = ?", touched);
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql, List<SheetsAsked> touched) throws SQLException {
        try (var batch = connection.prepareStatement(sql)) {
            for (var sheets : touched) {
                for (var key : sheets.keys()) {
                    batch.setString(1, sheets.region().code());
                    batch.setBytes(2, key.written().getBytes(StandardCharsets.UTF_8));
                    batch.addBatch();
                }
            }
            batch.executeBatch();
        }
    }

    long mebibytes(String schemaAndTable) throws SQLException {
        try (var connection = connection(database)) {
            return number(
                    connection,
                    "SELECT data_length DIV 1048576 FROM information_schema.tables WHERE CONCAT(table_schema, '.', table_name) = '"
                            + schemaAndTable + "'");
        }
    }

    /** How much the server has written to its log since it was made. */
    long logBytes() throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_lsn_current'")) {
            row.next();
            return row.getLong(2);
        }
    }

    static String schema(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    static Connection connection(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url() + "?rewriteBatchedStatements=true", database.username(), database.password());
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
