package io.discounts.sdk.spring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringBootVersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The oldest JDK that hosts have. */
class JavaVersionsTest {
    private static final int OLDEST = 17;

    @Test
    @Timeout(300)
    void runsOnTheOldestJava() throws Exception {
        var java = java();
        assumeThat(java).as("no JDK %d is installed", OLDEST).isPresent();

        assertThat(smoke(java.orElseThrow()))
                .containsExactly(
                        "java " + OLDEST,
                        "boot " + SpringBootVersion.getVersion(),
                        "search REMOTE [p:1]",
                        "report 200");
    }

    private static List<String> smoke(Path java) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StarterSmoke.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = process.inputReader()) {
            var lines = said.lines()
                    .filter(line -> line.startsWith(StarterSmoke.SAYS))
                    .map(line -> line.substring(StarterSmoke.SAYS.length()))
                    .toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Maven's own JDK, or one that is installed beside ours. */
    private static Optional<Path> java() throws IOException {
        var ours = Path.of(System.getProperty("java.home"));
        var mavens = Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of);
        try (var beside = Files.list(Objects.requireNonNull(ours.getParent()))) {
            return Stream.concat(mavens, beside.sorted().toList().stream())
                    .filter(JavaVersionsTest::isOldest)
                    .map(jdk -> jdk.resolve("bin/java"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    private static boolean isOldest(Path jdk) {
        try (var lines = Files.lines(jdk.resolve("release"))) {
            return lines.anyMatch(line -> line.startsWith("JAVA_VERSION=\"" + OLDEST));
        } catch (IOException isNone) {
            return false;
        }
    }
}
