package io.discounts.sdk.proof;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class JavaVersionsTest {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    @Timeout(120)
    void runsOnJava(int feature) throws Exception {
        var jdk = InstalledJdks.ofThisMachine().find(feature);
        assumeThat(jdk).as("no JDK %d is installed", feature).isPresent();

        assertThat(smoke(jdk.orElseThrow()))
                .containsExactly(
                        "java " + feature,
                        "search REMOTE STAGE",
                        "discount 380",
                        "away LOCAL REMOTE_FAILED",
                        "page true",
                        "threads 0");
    }

    private static List<String> smoke(Path jdk) throws IOException, InterruptedException {
        var java = InstalledJdks.java(jdk).toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Smoke.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = process.inputReader()) {
            var lines = said.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
