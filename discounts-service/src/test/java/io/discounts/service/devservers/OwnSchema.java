package io.discounts.service.devservers;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Another schema on the tests' server, for what would disturb others in theirs. */
public final class OwnSchema {
    private OwnSchema() {}

    /** An empty schema, named like the given one with a suffix. What it held before is dropped. */
    public static Database create(Database beside, String suffix) {
        var schema = schema(beside.url()) + "_" + suffix;
        try (var connection = DriverManager.getConnection(beside.url(), beside.username(), beside.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the schema " + schema, e);
        }
        return named(beside, suffix);
    }

    /** Frees what it takes of the disk. */
    public static void drop(Database own) {
        try (var connection = DriverManager.getConnection(own.url(), own.username(), own.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + schema(own.url()));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop the schema of " + own.url(), e);
        }
    }

    /** The one of that name, which may not be there. */
    public static Database named(Database beside, String suffix) {
        var schema = schema(beside.url()) + "_" + suffix;
        return new Database(
                beside.url().replaceFirst("/" + schema(beside.url()), "/" + schema),
                beside.username(),
                beside.password());
    }

    private static String schema(String url) {
        var from = url.indexOf('/', url.indexOf("//") + 2) + 1;
        var until = url.indexOf('?', from);
        return url.substring(from, until < 0 ? url.length() : until);
    }
}
