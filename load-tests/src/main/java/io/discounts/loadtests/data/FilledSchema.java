package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A schema that holds a marketplace's data: as an earlier run has left it in a database that is kept, else filled by {@code
 * LOAD DATA}. It is named after the data's size, so that another seed takes the place of the one before.
 *
 * @param server any schema on the server
 */
public record FilledSchema(Database server, Dataset data) {
    /** As many discounts for a store as there are with 1,630,000 and 60,000; the largest country has over 200 stores. */
    private static final int DISCOUNTS = 60_000;

    private static final int STORES = 2_200;

    private static final String MARK = "filled_with";
    private static final int ROWS_OF_A_FILE = 1_000_000;
    private static final String UNKNOWN_TABLE = "42S02";
    private static final String UNKNOWN_SCHEMA = "42000";

    /**
     * The data that options describe: {@code discounts} and {@code all-stores}, beside the others of the data; {@code kept}, the
     * folder of a database that is left as it is for the next run. To be asked before the servers are started.
     */
    public static Dataset dataset(Options options) {
        return dataset(options, DISCOUNTS, STORES);
    }

    /** The same with other defaults. */
    public static Dataset dataset(Options options, int discounts, int stores) {
        options.given("kept").map(Path::of).ifPresent(DevServers::keepDatabaseIn);
        return Generate.dataset(options, options.number("discounts", discounts), options.number("all-stores", stores));
    }

    /**
     * Fills it unless it is filled.
     *
     * @param what the report is to call it
     */
    public Database filled(String what, Report report) throws Exception {
        var schema = OwnSchema.named(server, name());
        if (mark(schema).equals(Optional.of(data.fingerprint()))) {
            Strays.remove(schema);
            report.line("%s: %s is kept from an earlier run", what, name());
            return schema;
        }
        fill(what, report);
        // Last: a schema without it is not whole.
        try (var connection = connection(schema);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + MARK + " AS SELECT '" + data.fingerprint() + "' AS fingerprint");
        }
        return schema;
    }

    /** Leaves it without what events have brought: for runs that bring much of it, lest the next one waits. */
    public void clear() throws SQLException {
        Strays.remove(OwnSchema.named(server, name()));
    }

    private String name() {
        return "filled_%d_%d".formatted(data.discounts(), data.stores());
    }

    private static Optional<String> mark(Database schema) throws SQLException {
        try (var connection = connection(schema);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT fingerprint FROM " + MARK)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (UNKNOWN_TABLE.equals(e.getSQLState()) || UNKNOWN_SCHEMA.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void fill(String what, Report report) throws Exception {
        var rows = Files.createTempDirectory("rows");
        try (var catalog = OwnCatalog.open(server, name())) {
            var written = DataFormat.LOAD_DATA.write(data, rows);
            report.line(
                    "%s: %,d discounts with %,d scope rows and %,d stores are written",
                    what, written.discounts(), written.scopeRows(), written.stores());
            KeyOrder.apply(rows, LoadStatements.SCOPE, ROWS_OF_A_FILE);
            var loading = new Loading(catalog.address(), rows);
            var took = loading.discounts();
            loading.stores();
            report.line("%s: %s is filled with them, %d s for those of discounts", what, name(), took.toSeconds());
        } finally {
            Folders.delete(rows);
        }
    }

    private static Connection connection(Database schema) throws SQLException {
        return DriverManager.getConnection(schema.url(), schema.username(), schema.password());
    }
}
