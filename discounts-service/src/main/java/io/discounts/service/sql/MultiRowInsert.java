package io.discounts.service.sql;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

import java.util.List;

/**
 * Inserts many rows with one statement, which the database takes as a whole or not at all. A batch of single inserts would be
 * folded into the same statement by the driver, but only if it is asked to, and perhaps in parts. The values are written into
 * the statement here: parameters by the thousand cost the driver more than the rows cost all else (ADR 31). Safe for use by
 * any thread.
 */
public final class MultiRowInsert {
    private static final int ROW = 64; // characters at least

    /** What a row's columns hold, in the order in which the insert names them. */
    public interface Columns<T> {
        /** Texts, whole numbers and nulls. */
        @Nullable
        Object[] of(T row);
    }

    private final String head;
    private final String tail;

    /**
     * Prepares the statement.
     *
     * @param into the table and, in brackets, its columns
     * @param tail what follows the values: nothing, or what to do with rows that are there already
     */
    public MultiRowInsert(String into, String tail) {
        this.head = "INSERT INTO " + into + " VALUES ";
        this.tail = tail.isEmpty() ? "" : " " + tail;
    }

    /**
     * Inserts rows; none at all does nothing.
     *
     * @throws IllegalArgumentException if a column is to hold what is neither text nor a whole number
     * @throws org.springframework.dao.DataAccessException if the database refuses them; its message does not hold the statement
     */
    public <T> void insert(JdbcTemplate jdbc, List<T> rows, Columns<T> columns) {
        if (rows.isEmpty()) {
            return;
        }
        var sql = written(rows, columns);
        jdbc.execute((StatementCallback<Integer>) statement -> {
            statement.setEscapeProcessing(false); // braces are JSON's
            return statement.executeUpdate(sql);
        });
    }

    private <T> String written(List<T> rows, Columns<T> columns) {
        var sql = new StringBuilder(head.length() + ROW * rows.size()).append(head);
        var before = '(';
        for (var row : rows) {
            for (var value : columns.of(row)) {
                Literals.append(sql.append(before), value);
                before = ',';
            }
            sql.append("),");
            before = '(';
        }
        sql.setLength(sql.length() - 1);
        return sql.append(tail).toString();
    }
}
