package io.discounts.service.catalog;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

import java.util.Collection;

/** Sends rows in batches that the driver folds into one statement each. */
final class Batches {
    private static final int ROWS = 500;

    private Batches() {}

    static <T> void update(
            JdbcTemplate jdbc, String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> binder) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, ROWS, binder);
        }
    }
}
