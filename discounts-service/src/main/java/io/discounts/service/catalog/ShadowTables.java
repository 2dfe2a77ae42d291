package io.discounts.service.catalog;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes, drops and renames the tables of the shadow, on a connection of its own: such statements commit whatever is under
 * way on theirs. While one waits for somebody who reads a table, all later readers wait for it; so it does not wait long.
 */
record ShadowTables(JdbcTemplate jdbc) {
    private static final int PATIENCE_SECONDS = 2;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** Above both generations, so that what is cached of either counts as old. */
    private static final String NEXT_GENERATION = """
            UPDATE catalog_generation_shadow shadow JOIN catalog_generation live ON live.id = shadow.id
               SET shadow.number = live.number + 1
            """;

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /** Empty ones, in place of what was there. */
    void create() {
        try {
            patiently(statement -> {
                statement.execute(dropping());
                var shadows = CatalogTables.SHADOW.names().iterator();
                for (var live : CatalogTables.LIVE.names()) {
                    statement.execute("CREATE TABLE " + shadows.next() + " LIKE " + live);
                }
                return statement.executeUpdate(
                        "INSERT INTO catalog_generation_shadow (id, number) SELECT id, number FROM catalog_generation");
            });
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    void drop() {
        try {
            patiently(statement -> statement.execute(dropping()));
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    /**
     * Lets the tables change places.
     *
     * @return the generation that is live now; empty if somebody has read or written a table for too long
     */
    Optional<Generation> swap() {
        try {
            return Optional.of(patiently(statement -> {
                statement.executeUpdate(NEXT_GENERATION);
                statement.execute(CatalogTables.swap());
                return generation(statement);
            }));
        } catch (SQLException failure) {
            if (failure.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return Optional.empty();
            }
            throw translated(failure);
        }
    }

    private static Generation generation(Statement statement) throws SQLException {
        try (var number = statement.executeQuery("SELECT number FROM catalog_generation WHERE id = 1")) {
            number.next();
            return new Generation(number.getLong(1));
        }
    }

    private static String dropping() {
        return "DROP TABLE IF EXISTS " + String.join(", ", CatalogTables.SHADOW.names());
    }

    private <T> T patiently(Work<T> work) throws SQLException {
        var database = Objects.requireNonNull(jdbc.getDataSource());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = " + PATIENCE_SECONDS);
            try {
                return work.on(statement);
            } finally {
                statement.execute("SET SESSION lock_wait_timeout = DEFAULT");
            }
        }
    }

    private DataAccessException translated(SQLException failure) {
        return Objects.requireNonNull(jdbc.getExceptionTranslator().translate("shadow tables", null, failure));
    }
}
