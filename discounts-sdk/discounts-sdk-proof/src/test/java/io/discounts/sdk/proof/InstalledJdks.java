package io.discounts.sdk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs of this machine, where Maven's toolchains plugin looks for them as well. */
record InstalledJdks(Path home, Map<String, String> environment, List<Path> systemFolders) {
    static InstalledJdks ofThisMachine() {
        return new InstalledJdks(
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/usr/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        Path.of("C:/Program Files/Java")));
    }

    /** One of this feature version, such as 17. */
    Optional<Path> find(int feature) {
        return Stream.concat(named(), inFolders())
                .filter(jdk -> feature(jdk).equals(Integer.toString(feature)))
                .findFirst();
    }

    static Path java(Path jdk) {
        var java = jdk.resolve("bin/java");
        return Files.exists(java) ? java : jdk.resolve("bin/java.exe");
    }

    /** {@code JAVA_HOME}, {@code JAVA17_HOME} and their like. */
    private Stream<Path> named() {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches("JAVA\\w*_HOME"))
                .map(variable -> Path.of(variable.getValue()));
    }

    private Stream<Path> inFolders() {
        var own = Stream.of(".m2/jdks", ".jdks", ".sdkman/candidates/java", ".asdf/installs/java", ".jenv/versions")
                .map(home::resolve);
        return Stream.concat(own, systemFolders.stream())
                .flatMap(folder -> children(folder).stream())
                .flatMap(jdk -> Stream.of(jdk, jdk.resolve("Contents/Home")));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As its {@code release} file says; empty if there is no java to start. */
    private static String feature(Path jdk) {
        var release = jdk.resolve("release");
        if (!Files.exists(java(jdk)) || !Files.exists(release)) {
            return "";
        }
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
