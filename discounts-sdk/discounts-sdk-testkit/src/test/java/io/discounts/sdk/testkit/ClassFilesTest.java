package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ClassFilesTest {
    private static final int JAVA_17 = 61;

    @Test
    void loadOnJava17() throws Exception {
        var classes = Path.of(FakeDiscountsService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        try (var files = Files.walk(classes)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(file -> major(file) == JAVA_17);
        }
    }

    /** The JVM specification, 4.1: a magic number, the minor version, the major version. */
    private static int major(Path classFile) {
        try (var in = new DataInputStream(Files.newInputStream(classFile))) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            in.readUnsignedShort();
            return in.readUnsignedShort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
