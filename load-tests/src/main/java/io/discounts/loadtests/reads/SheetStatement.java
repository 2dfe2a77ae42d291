package io.discounts.loadtests.reads;

import io.discounts.service.devservers.Database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that reads sheets, on a connection of its own.
 *
 * @param sql its last two parameters are the region and, where it says {@code %s}, the keys; the second column holds bytes
 */
record SheetStatement(Connection connection, String sql, List<SheetsAsked> asked) implements DirectLoad.Session {
    /** From scope keys to the discounts that they name, whatever has become of them: what MySQL can do at best. */
    static final String PLAIN_JOIN = join("");

    static SheetStatement open(Database database, String sql, List<SheetsAsked> asked) throws SQLException {
        return new SheetStatement(
                DriverManager.getConnection(database.url(), database.username(), database.password()), sql, asked);
    }

    /** The same without what had ended by a moment, as the service asks. */
    static String joinSince(String moment) {
        return join("AND named.ends_at > '" + moment + "'");
    }

    private static String join(String condition) {
        return """
                SELECT named.scope_key, discount.body
                  FROM discount_scope named
                  JOIN discount ON discount.region = named.region AND discount.provider = named.provider
                               AND discount.external_id = named.external_id
                 WHERE discount.body IS NOT NULL CONDITION AND named.region = ? AND named.scope_key IN (%s)
                """.replace("CONDITION", condition);
    }

    @Override
    public boolean ask(int question) throws SQLException {
        return bytes(asked.get(question)) >= 0;
    }

    /** How many there are; all are read. */
    long bytes(SheetsAsked sheets) throws SQLException {
        long bytes = 0;
        try (var read = connection.prepareStatement(
                sql.formatted(sheets.places()), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's word for: do not collect the rows first, for they may be many.
            read.setFetchSize(Integer.MIN_VALUE);
            read.setString(1, sheets.region().code());
            var at = 2;
            for (var key : sheets.keys()) {
                read.setBytes(at++, key.written().getBytes(StandardCharsets.UTF_8));
            }
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    bytes += rows.getBytes(2).length;
                }
            }
        }
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
