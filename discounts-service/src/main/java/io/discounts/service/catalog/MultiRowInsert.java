package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Inserts many rows with one statement, which the database takes as a whole or not at all. A batch of single inserts would
 * be folded into the same statement by the driver, but only if it is asked to, and perhaps in parts.
 */
final class MultiRowInsert {
    /** The values of a row's columns, in the order in which the insert names them. */
    interface Columns<T> {
        @Nullable
        Object[] of(T row);
    }

    private final String head;
    private final String row;
    private final String tail;

    /**
     * Prepares the statement.
     *
     * @param into the table and, in brackets, its columns
     * @param tail what follows the values: nothing, or what to do with rows that are there already
     */
    MultiRowInsert(String into, int columns, String tail) {
        this.head = "INSERT INTO " + into + " VALUES ";
        this.row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        this.tail = tail.isEmpty() ? "" : " " + tail;
    }

    /** Inserts rows; none at all does nothing. */
    <T> void insert(JdbcTemplate jdbc, List<T> rows, Columns<T> columns) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(head + String.join(",", Collections.nCopies(rows.size(), row)) + tail, statement -> {
            var at = 1;
            for (var one : rows) {
                for (var value : columns.of(one)) {
                    set(statement, at++, value);
                }
            }
        });
    }

    /** The driver takes its time over what to make of any object. */
    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case null, default -> statement.setObject(at, value);
        }
    }
}
