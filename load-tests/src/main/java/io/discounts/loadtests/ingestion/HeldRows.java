package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Rows that the service's transactions need, locked by another until this is closed: they stop in their midst. */
final class HeldRows implements AutoCloseable {
    private final Connection connection;

    private HeldRows(Connection connection) {
        this.connection = connection;
    }

    /** Behind the records' reading and before any row of the catalog is written or locked. */
    static HeldRows beforeWriting(Database database) throws SQLException {
        return held(database, "SELECT * FROM catalog_gate FOR UPDATE");
    }

    /** Behind everything that a batch writes but its watermark. */
    static HeldRows beforeCommit(Database database) throws SQLException {
        return held(database, "SELECT * FROM watermark FOR UPDATE");
    }

    private static HeldRows held(Database database, String lock) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeQuery(lock).close();
        }
        return new HeldRows(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
