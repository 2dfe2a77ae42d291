package io.discounts.service.catalog;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** A query over a whole table: its rows come one at a time, and the first may be long in coming. */
final class LongQuery {
    private static final int PATIENCE_MILLIS = (int) Duration.ofMinutes(30).toMillis();

    private LongQuery() {}

    /** The pool gives the connection its usual patience back. */
    static void stream(JdbcTemplate jdbc, String sql, RowCallbackHandler handler) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            return stream(connection, sql, handler);
        });
    }

    private static boolean stream(Connection connection, String sql, RowCallbackHandler handler) throws SQLException {
        try (var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's word for: do not collect the rows first.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    handler.processRow(rows);
                }
            }
        }
        return true;
    }
}
