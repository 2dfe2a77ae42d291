package io.discounts.sdk.proof;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class InstalledJdksTest {
    @TempDir
    private Path machine;

    @Test
    void findsThoseOfTheSystem() throws Exception {
        var old = jdk("jvm/java-17", "17.0.15");
        var current = jdk("jvm/temurin-25", "25");

        assertThat(jdks(Map.of()).find(17)).contains(old);
        assertThat(jdks(Map.of()).find(25)).contains(current);
        assertThat(jdks(Map.of()).find(21)).isEmpty();
    }

    @Test
    void findsThoseThatTheEnvironmentNamesFirst() throws Exception {
        jdk("jvm/java-17", "17.0.15");
        var named = jdk("elsewhere/seventeen", "17.0.2");

        assertThat(jdks(Map.of("JAVA17_HOME", named.toString())).find(17)).contains(named);
        assertThat(jdks(Map.of("JAVA_HOME", named.toString())).find(17)).contains(named);
    }

    @Test
    void findsThoseOfTheUser() throws Exception {
        var own = jdk("home/.sdkman/candidates/java/17.0.9-tem", "17.0.9");

        assertThat(jdks(Map.of()).find(17)).contains(own);
    }

    @Test
    void takesNothingForAJdkThatHasNoJavaOrSaysNoVersion() throws Exception {
        Files.delete(jdk("jvm/broken", "17").resolve("bin/java"));
        Files.writeString(jdk("jvm/mute", "17").resolve("release"), "OS_NAME=\"Linux\"\n");

        assertThat(jdks(Map.of()).find(17)).isEmpty();
    }

    private InstalledJdks jdks(Map<String, String> environment) {
        return new InstalledJdks(machine.resolve("home"), environment, List.of(machine.resolve("jvm")));
    }

    private Path jdk(String folder, String version) throws IOException {
        var jdk = machine.resolve(folder);
        Files.createDirectories(jdk.resolve("bin"));
        Files.createFile(jdk.resolve("bin/java"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}
