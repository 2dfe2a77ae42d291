package io.discounts.service.replay;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Sees to it that one process runs a replay at a time: whoever does holds a lock of the database's by name, which goes with
 * its connection, so that a replay whose process is killed is free at once. Should the connection break while the process
 * lives, two may run it for a while; of them one is refused at the next segment that both move.
 */
record Attendance(DataSource database) {
    private static final String NAME = "CONCAT('discounts-', LEFT(SHA1(DATABASE()), 16), '-replay-', ?)";

    /** Held until it is closed. */
    record Held(Connection connection, long replayId) implements AutoCloseable {
        @Override
        public void close() {
            try (connection;
                    var patience = connection.createStatement();
                    var release = connection.prepareStatement("DO RELEASE_LOCK(" + NAME + ")")) {
                release.setLong(1, replayId);
                release.execute();
                patience.execute("SET SESSION wait_timeout = @discounts_wait_timeout");
            } catch (SQLException gone) {
                throw translated(gone);
            }
        }
    }

    /** Empty if another process runs it. */
    Optional<Held> take(long replayId) {
        try {
            var connection = database.getConnection();
            if (isTaken(connection, replayId)) {
                return Optional.of(new Held(connection, replayId));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException away) {
            throw translated(away);
        }
    }

    /** It rests for as long as the replay lasts, longer than connections of the pool may (their wait_timeout). */
    private static boolean isTaken(Connection connection, long replayId) throws SQLException {
        try (var patience = connection.createStatement();
                var get = connection.prepareStatement("SELECT GET_LOCK(" + NAME + ", 0)")) {
            get.setLong(1, replayId);
            try (var answer = get.executeQuery()) {
                if (!answer.next() || answer.getInt(1) != 1) {
                    return false;
                }
            }
            patience.execute("SET @discounts_wait_timeout = @@SESSION.wait_timeout, SESSION wait_timeout = DEFAULT");
            return true;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static DataAccessException translated(SQLException failure) {
        return new DataAccessResourceFailureException("the lock of a replay", failure);
    }
}
