package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import static org.awaitility.Awaitility.await;

/**
 * The development database with the memory and the log of one that is meant to hold a catalog: with its own 16 MB of log
 * either side would wait for checkpoints most of the time. It flushes once a second, for either side, unless told
 * otherwise.
 */
public record FairDatabase(Database database) {
    private static final String OPERATOR = "operator";
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);

    /** Of 16 KiB: some are changed by the server itself all the time. */
    static final long FEW_PAGES = 1_000;

    /**
     * Gives it memory and log.
     *
     * @param gibibytes of the buffer pool
     */
    public void widen(int gibibytes) throws SQLException {
        set(
                "innodb_buffer_pool_size = " + gibibytes * GIB,
                "innodb_log_file_size = " + GIB,
                "innodb_flush_log_at_trx_commit = 2",
                "local_infile = ON");
    }

    /** Takes memory away again, for a catalog that is to be larger than it. */
    public void shrink(int mebibytes) throws SQLException {
        set("innodb_buffer_pool_size = " + mebibytes * MIB);
    }

    /** What is committed survives the machine's crash, as in production. */
    public void flushWithEveryCommit() throws SQLException {
        set("innodb_flush_log_at_trx_commit = 1");
    }

    /**
     * Has it write out what it has changed in memory alone, until little is left: who changes rows next pays for those, and for nobody
     * else's.
     */
    public void settle() throws SQLException {
        set("innodb_io_capacity_max = 40000", "innodb_io_capacity = 40000", "innodb_max_dirty_pages_pct = 0");
        try {
            await().atMost(TO_SETTLE).until(() -> dirtyPages() <= FEW_PAGES);
        } finally {
            set(
                    "innodb_max_dirty_pages_pct = DEFAULT",
                    "innodb_io_capacity = DEFAULT",
                    "innodb_io_capacity_max = DEFAULT");
        }
    }

    long dirtyPages() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private void set(String... settings) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute("SET GLOBAL " + setting);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), OPERATOR, OPERATOR);
    }
}
