package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What the database can do at best: {@code LOAD DATA} into empty tables, a connection for each. Each file goes once it is loaded, for
 * files and tables together may be more than the disk holds.
 */
public record Loading(Database database, Path rows) {
    /** Both tables of discounts at once, and how long that takes. */
    public Duration discounts() throws InterruptedException, ExecutionException {
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var loads = List.of(loading(LoadStatements.DISCOUNT), loading(LoadStatements.SCOPE));
            for (var load : threads.invokeAll(loads)) {
                load.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public void stores() throws IOException, SQLException {
        load(LoadStatements.STORE);
    }

    private Callable<Void> loading(String table) {
        return () -> {
            load(table);
            return null;
        };
    }

    private void load(String table) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        database.url() + "?allowLoadLocalInfile=true", database.username(), database.password());
                var statement = connection.createStatement()) {
            for (var file : LoadStatements.files(rows, table)) {
                statement.execute(LoadStatements.statement(file, table, table));
                Files.delete(file);
            }
        }
    }
}
