package io.discounts.sdk.proof;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ClassFilesTest {
    private static final int JAVA_17 = 61;

    @ParameterizedTest
    @ValueSource(classes = {DiscountsClient.class, FakeDiscountsService.class})
    void loadOnJava17(Class<?> ofModule) throws Exception {
        var module = Path.of(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());

        var majors = majorsIn(module);

        assertThat(majors).contains(JAVA_17).allMatch(major -> major <= JAVA_17);
    }

    /** Of a folder of classes, or of a jar once it is packaged. */
    private static List<Integer> majorsIn(Path module) throws IOException {
        if (Files.isDirectory(module)) {
            return majorsBelow(module);
        }
        try (var jar = FileSystems.newFileSystem(module)) {
            return majorsBelow(jar.getPath("/"));
        }
    }

    private static List<Integer> majorsBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(ClassFilesTest::major)
                    .toList();
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
