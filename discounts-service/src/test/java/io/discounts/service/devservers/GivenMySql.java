package io.discounts.service.devservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A MySQL that the tests are given with {@code -Ddiscounts.test.mysql.url=jdbc:mysql://host:port/schema} (and
 * {@code .username}, {@code .password}) to run against instead of MariaDB. <strong>Every table and view in that schema
 * is dropped</strong> when the tests begin, so give it a schema of its own.
 */
final class GivenMySql {
    private static final String PREFIX = "discounts.test.mysql.";

    private GivenMySql() {}

    /** Empty when none is given; Surefire hands on an empty text for what is not set. */
    static Optional<Database> fromSystemProperties() {
        return Optional.of(new Database(property("url"), property("username"), property("password")))
                .filter(given -> !given.url().isBlank());
    }

    /** Drops everything in the schema. */
    static void empty(Database database) {
        var user = new Properties();
        user.setProperty("user", database.username());
        user.setProperty("password", database.password());
        try (var connection = DriverManager.getConnection(database.url(), user);
                var statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (var drop : drops(connection)) {
                statement.execute(drop);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot empty the schema of " + database.url(), e);
        }
    }

    private static List<String> drops(Connection connection) throws SQLException {
        var query = "SELECT IF(table_type = 'VIEW', 'VIEW', 'TABLE'), table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE()";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var drops = new ArrayList<String>();
            while (rows.next()) {
                drops.add("DROP %s `%s`".formatted(rows.getString(1), rows.getString(2)));
            }
            return drops;
        }
    }

    private static String property(String name) {
        return System.getProperty(PREFIX + name, "");
    }
}
