package io.discounts.service.redemption.reconciliation;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Compares budgets, holds and uses, all as they are in one snapshot, so that writes go on meanwhile and are no difference.
 * Takes one connection for as long as it looks, and memory for the differences listed. Safe for use by any thread.
 */
public final class Reconciliation {
    /** The server may be silent for so long: a count comes when all rows have been read. */
    private static final int PATIENCE_MILLIS = (int) Duration.ofMinutes(30).toMillis();

    private final DataSource database;
    private final Clock clock;
    private final Duration grace;

    /**
     * Prepares.
     *
     * @param grace how long past its time a hold may be found held; instances look for them twice a second
     */
    public Reconciliation(DataSource database, Clock clock, Duration grace) {
        this.database = database;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * Looks at everything. Reads each row of the tables of redemptions, so it takes seconds for each million of them.
     *
     * @param mostOfAKind how many differences of each kind to list; all are counted
     * @throws DataAccessException if the database does not answer
     */
    public ReconciliationReport check(int mostOfAKind) {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            connection.setAutoCommit(false);
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                return check(connection, new Findings(mostOfAKind));
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private ReconciliationReport check(Connection connection, Findings findings) throws SQLException {
        var began = clock.instant();
        for (var check : Checks.ALL) {
            find(connection, check, began.minus(grace), findings);
        }
        var looked = looked(connection);
        return findings.report(began, Duration.between(began, clock.instant()).toMillis(), looked);
    }

    private static void find(Connection connection, String check, Instant until, Findings findings)
            throws SQLException {
        try (var query = connection.prepareStatement(check, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's word for: do not collect the rows first.
            query.setFetchSize(Integer.MIN_VALUE);
            if (check.indexOf('?') >= 0) {
                query.setObject(1, LocalDateTime.ofInstant(until, ZoneOffset.UTC));
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    findings.add(difference(rows));
                }
            }
        }
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                DifferenceKind.valueOf(row.getString(1)),
                row.getString(2),
                discountId(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    private static @Nullable String discountId(@Nullable String provider, @Nullable String externalId) {
        return provider == null || externalId == null ? null : provider + ':' + externalId;
    }

    private static ReconciliationReport.Looked looked(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(Checks.LOOKED)) {
            row.next();
            return new ReconciliationReport.Looked(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataAccessException translated(SQLException failure) {
        return new DataAccessResourceFailureException("budgets, holds and uses cannot be compared", failure);
    }
}
