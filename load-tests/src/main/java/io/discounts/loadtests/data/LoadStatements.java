package io.discounts.loadtests.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the files for {@code LOAD DATA} become rows: a folder for each table, in the order of its columns. */
public final class LoadStatements {
    public static final String DISCOUNT = "discount";
    public static final String SCOPE = "discount_scope";
    public static final String STORE = "store";

    /** All of them. */
    public static final List<String> TABLES = List.of(DISCOUNT, SCOPE, STORE);

    private static final Map<String, String> COLUMNS = Map.of(
            DISCOUNT, "region, provider, external_id, version, body",
            SCOPE, "region, scope_key, provider, external_id, ends_at",
            STORE, "region, store_id, version, removed, city, type, brand");

    private LoadStatements() {}

    /** The files of a table. */
    static List<Path> files(Path folder, String table) throws IOException {
        try (var files = Files.list(folder.resolve(table))) {
            return files.sorted().toList();
        }
    }

    /**
     * The statement that puts a file's rows into a table; its connection must allow local files.
     *
     * @param into the table's name, which may be another in a schema of the reader's own
     */
    static String statement(Path file, String table, String into) {
        return "LOAD DATA LOCAL INFILE '%s' INTO TABLE %s CHARACTER SET binary (%s)"
                .formatted(file.toAbsolutePath(), into, Objects.requireNonNull(COLUMNS.get(table)));
    }
}
