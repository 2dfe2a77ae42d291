package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Folders;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a table's rows in the order of its primary key: an index much larger than its buffer takes them many times faster so. By
 * {@code sort} of the system, which does with little memory; the columns of the key come first, and in its order of bytes.
 */
final class KeyOrder {
    private static final String BUFFER = "--buffer-size=1G";

    private KeyOrder() {}

    /**
     * In place of a table's files come others with the same rows.
     *
     * @param rows of a file, at most
     * @throws IOException also if there is no {@code sort}
     */
    static void apply(Path folder, String table, int rows) throws IOException, InterruptedException {
        var written = Files.move(folder.resolve(table), folder.resolve(table + "-written"));
        Files.createDirectory(folder.resolve(table));
        var sort = new ProcessBuilder(command(folder, written));
        sort.environment().put("LC_ALL", "C");
        var sorting = sort.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var sorted = sorting.inputReader(StandardCharsets.ISO_8859_1)) {
            split(sorted, folder.resolve(table), rows);
            if (sorting.waitFor() != 0) {
                throw new IOException("sort has failed with " + sorting.exitValue());
            }
        } finally {
            sorting.destroy();
        }
        Folders.delete(written);
    }

    private static List<String> command(Path folder, Path written) throws IOException {
        var command = new ArrayList<>(List.of("sort", BUFFER, "--temporary-directory=" + folder));
        try (var files = Files.list(written)) {
            files.map(Path::toString).forEach(command::add);
        }
        return command;
    }

    private static void split(BufferedReader sorted, Path folder, int rows) throws IOException {
        var line = sorted.readLine();
        for (int file = 0; line != null; file++) {
            var path = folder.resolve("%06d.tsv".formatted(file));
            try (var out = Files.newBufferedWriter(path, StandardCharsets.ISO_8859_1)) {
                for (int row = 0; row < rows && line != null; row++) {
                    out.append(line).append('\n');
                    line = sorted.readLine();
                }
            }
        }
    }
}
