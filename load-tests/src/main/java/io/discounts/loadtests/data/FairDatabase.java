package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The development database with the memory and the log of one that is meant to hold a catalog: with its own 16 MB of log
 * either side would wait for checkpoints most of the time. It flushes once a second, for either side, unless told
 * otherwise.
 */
public record FairDatabase(Database database) {
    private static final String OPERATOR = "operator";
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;

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

    private void set(String... settings) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), OPERATOR, OPERATOR);
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute("SET GLOBAL " + setting);
            }
        }
    }
}
