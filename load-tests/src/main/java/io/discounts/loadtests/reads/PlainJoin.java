package io.discounts.loadtests.reads;

import io.discounts.service.devservers.Database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** From scope keys to the discounts that they name, by one statement on a connection of its own: what MySQL can do at best. */
record PlainJoin(Connection connection, List<SheetsAsked> asked) implements DirectLoad.Session {

    static PlainJoin open(Database database, List<SheetsAsked> asked) throws SQLException {
        return new PlainJoin(
                DriverManager.getConnection(database.url(), database.username(), database.password()), asked);
    }

    @Override
    public boolean ask(int question) throws SQLException {
        return rows(asked.get(question)) > 0;
    }

    /** How many there are; all are read. */
    private int rows(SheetsAsked sheets) throws SQLException {
        var sql = """
                SELECT named.scope_key, discount.body
                  FROM discount_scope named
                  JOIN discount ON discount.region = named.region AND discount.provider = named.provider
                               AND discount.external_id = named.external_id
                 WHERE named.region = ? AND named.scope_key IN (%s) AND discount.body IS NOT NULL
                """.formatted(sheets.places());
        var rows = 0;
        try (var join = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's word for: do not collect the rows first, for they may be many.
            join.setFetchSize(Integer.MIN_VALUE);
            join.setString(1, sheets.region().code());
            var at = 2;
            for (var key : sheets.keys()) {
                join.setBytes(at++, key.written().getBytes(StandardCharsets.UTF_8));
            }
            try (var found = join.executeQuery()) {
                while (found.next()) {
                    rows += found.getBytes(2).length > 0 ? 1 : 0;
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
