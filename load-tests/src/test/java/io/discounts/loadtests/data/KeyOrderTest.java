package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class KeyOrderTest {
    private static final String TABLE = "some_table";

    @TempDir
    private Path folder;

    @Test
    void bringsTheRowsOfAllFilesIntoTheOrderOfTheirBytes() throws Exception {
        given("b.tsv", "FR\tb\n", "ES\té\n");
        given("a.tsv", "ES\tb\n", "ES\ta\n", "ES\tB\n");

        KeyOrder.apply(folder, TABLE, 2);

        assertThat(LoadStatements.files(folder, TABLE))
                .extracting(Files::readString)
                .containsExactly("ES\tB\nES\ta\n", "ES\tb\nES\té\n", "FR\tb\n");
    }

    @Test
    void leavesNothingElseBehind() throws Exception {
        given("a.tsv", "ES\ta\n");

        KeyOrder.apply(folder, TABLE, 1);

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve(TABLE));
        }
    }

    @Test
    void saysThatItCouldNotSort() throws IOException {
        Files.createDirectories(folder.resolve(TABLE).resolve("a-folder"));

        assertThatIOException()
                .isThrownBy(() -> KeyOrder.apply(folder, TABLE, 1))
                .withMessageContaining("sort has failed");
    }

    private void given(String file, String... rows) throws IOException {
        var path = Files.createDirectories(folder.resolve(TABLE)).resolve(file);
        Files.write(path, String.join("", List.of(rows)).getBytes(StandardCharsets.UTF_8));
    }
}
