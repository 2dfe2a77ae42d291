package io.discounts.service.catalog;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** Makes, drops and renames the tables of the shadow. */
record SwappedTables(JdbcTemplate jdbc) {
    /** While a renaming waits for somebody who reads a table, all later readers wait for the renaming. */
    private static final int PATIENCE_SECONDS = 2;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** Above both generations, so that what is cached of either counts as old. */
    private static final String NEXT_GENERATION = """
            UPDATE catalog_generation_shadow shadow JOIN catalog_generation live ON live.id = shadow.id
               SET shadow.number = live.number + 1
            """;

    void create() {
        var shadows = CatalogTables.SHADOW.names().iterator();
        for (var live : CatalogTables.LIVE.names()) {
            jdbc.execute("CREATE TABLE " + shadows.next() + " LIKE " + live);
        }
        jdbc.update("INSERT INTO catalog_generation_shadow (id, number) SELECT id, number FROM catalog_generation");
    }

    void drop() {
        jdbc.execute("DROP TABLE IF EXISTS " + String.join(", ", CatalogTables.SHADOW.names()));
    }

    /**
     * Lets the tables change places, on a connection of its own: renaming commits whatever is under way on its connection.
     *
     * @return the generation that is live now; empty if somebody has read or written a table for too long
     */
    Optional<Generation> swap() {
        try (var connection = Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            return swap(connection);
        } catch (SQLException failure) {
            if (failure.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return Optional.empty();
            }
            throw Objects.requireNonNull(jdbc.getExceptionTranslator().translate("swap", null, failure));
        }
    }

    private static Optional<Generation> swap(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(NEXT_GENERATION);
            statement.execute("SET SESSION lock_wait_timeout = " + PATIENCE_SECONDS);
            try {
                statement.executeUpdate(CatalogTables.swap());
            } finally {
                statement.execute("SET SESSION lock_wait_timeout = DEFAULT");
            }
            try (var number = statement.executeQuery("SELECT number FROM catalog_generation WHERE id = 1")) {
                number.next();
                return Optional.of(new Generation(number.getLong(1)));
            }
        }
    }
}
