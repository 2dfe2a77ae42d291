package io.discounts.loadtests.harness;

import io.discounts.service.devservers.Database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Rows that the service's transactions need, locked by another until this is closed: they stop in their midst. */
public final class HeldRows implements AutoCloseable {
    private final Connection connection;

    private HeldRows(Connection connection) {
        this.connection = connection;
    }

    /** Behind the records' reading and before any row of the catalog is written or locked. */
    public static HeldRows beforeWriting(Database database) throws SQLException {
        return held(database, "SELECT * FROM catalog_gate FOR UPDATE");
    }

    /** Behind everything that a batch writes but its watermark. */
    public static HeldRows beforeCommit(Database database) throws SQLException {
        return held(database, "SELECT * FROM watermark FOR UPDATE");
    }

    /** What a confirm asks for before anything else but its key. */
    public static HeldRows ofRedemption(Database database, String id) throws SQLException {
        return held(database, "SELECT number FROM redemption WHERE id = ? FOR UPDATE", id);
    }

    /** What a hold asks for last of all. */
    public static HeldRows ofBudget(Database database, String externalId) throws SQLException {
        return held(database, "SELECT uses_left FROM usage_budget WHERE external_id = ? FOR UPDATE", externalId);
    }

    private static HeldRows held(Database database, String lock, String... values) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(lock)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeQuery().close();
        }
        return new HeldRows(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
