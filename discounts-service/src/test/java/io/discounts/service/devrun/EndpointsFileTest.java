package io.discounts.service.devrun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointsFileTest {
    private static final Map<String, String> ENDPOINTS = Map.of("mysql.url", "jdbc:mysql://127.0.0.1:1/x?a=b&c=d");

    private EndpointsFile file;

    @BeforeEach
    void createFile(@TempDir Path folder) {
        file = new EndpointsFile(folder.resolve("target/dev-servers.properties"));
    }

    @Test
    void isReadAsPropertiesAndLineByLine() throws IOException {
        file.write(ENDPOINTS);

        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file.path())) {
            properties.load(reader);
        }
        assertThat(properties).isEqualTo(ENDPOINTS);
        assertThat(file.path()).hasContent("mysql.url=jdbc:mysql://127.0.0.1:1/x?a=b&c=d\n");
        assertThat(file.path().getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isDeletedByTheRunThatWroteIt() {
        file.write(ENDPOINTS);

        file.deleteIfTells(ENDPOINTS);
        file.deleteIfTells(ENDPOINTS);

        assertThat(file.path()).doesNotExist();
    }

    @Test
    void staysWhenALaterRunHasWrittenItsOwn() {
        file.write(Map.of("mysql.url", "of another run"));

        file.deleteIfTells(ENDPOINTS);

        assertThat(file.path()).exists();
    }

    @Test
    void liesInTheBuildsTargetFolder() {
        assertThat(EndpointsFile.ofThisBuild().path()).endsWithRaw(Path.of("target/dev-servers.properties"));
    }
}
