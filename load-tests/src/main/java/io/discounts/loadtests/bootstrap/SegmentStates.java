package io.discounts.loadtests.bootstrap;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How far the segments of the last replay are, as the database has it. */
final class SegmentStates {
    private final JdbcClient jdbc;

    SegmentStates(Database database) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /**
     * Sums over all segments.
     *
     * @param lines dealt with
     * @param begun segments that are neither untouched nor done
     */
    record Sums(long lines, long begun) {}

    Sums sums() {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(read_lines), 0), COALESCE(SUM(NOT done AND read_lines > 0), 0)
                          FROM replay_segment WHERE replay_id = (SELECT MAX(id) FROM replay)
                        """)
                .query((row, number) -> new Sums(row.getLong(1), row.getLong(2)))
                .single();
    }
}
