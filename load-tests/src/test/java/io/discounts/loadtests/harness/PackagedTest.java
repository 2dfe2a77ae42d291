package io.discounts.loadtests.harness;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PackagedTest {
    @TempDir
    private Path folder;

    private Path javaHome;

    @BeforeEach
    void pretendAJdk() throws IOException {
        javaHome = folder.resolve("jdk");
        var java = javaHome.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void startsWithTheFlagsOfTheTrainingAndTheCacheBesideTheJar() throws Exception {
        var packaged = written("a service");

        var words = started(packaged);

        assertThat(words).startsWith(Packaged.FLAGS.toArray(String[]::new));
        assertThat(words)
                .endsWith(
                        "-XX:AOTCache=" + packaged.cache(),
                        "-jar",
                        packaged.jar().toString());
    }

    @Test
    void handsItsArgumentsOnAsTheyAre() throws Exception {
        var words = started(written("a service"), "--a=b c", "--d=$e");

        assertThat(words).endsWith("--a=b c", "--d=$e");
    }

    @Test
    void startsFromWhereItHasBeenCopiedTo() throws Exception {
        var copy = new Packaged(folder.resolve("copied to"));
        Files.move(written("a service").folder(), copy.folder());

        assertThat(started(copy)).contains("-XX:AOTCache=" + copy.cache());
    }

    @Test
    void trainsWithTheFlagsThatItStartsWith() {
        var packaged = new Packaged(folder);

        assertThat(packaged.inTraining().jvmFlags())
                .containsAll(Packaged.FLAGS)
                .contains("-XX:AOTCacheOutput=" + packaged.cache());
        assertThat(packaged.withCache().jvmFlags())
                .containsAll(Packaged.FLAGS)
                .contains("-XX:AOTCache=" + packaged.cache());
    }

    private Packaged written(String name) throws IOException {
        var packaged = new Packaged(Files.createDirectory(folder.resolve(name)));
        packaged.writeScript();
        return packaged;
    }

    private List<String> started(Packaged packaged, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(packaged.script().toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        var process = builder.redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isZero();
        return lines;
    }
}
