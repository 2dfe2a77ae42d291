package io.discounts.loadtests.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service as it is deployed: a folder that may be copied anywhere, with its jar beside those that it needs, the JVM's cache
 * and a script that starts it with both.
 */
record Packaged(Path folder) {
    /** Of a JVM that uses the cache: those that decide whether it may must be the same as in training. */
    static final List<String> FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /**
     * Takes an executable jar apart, for the JVM caches no classes of jars within jars.
     *
     * @param folder empty, or not there yet
     * @throws IOException if the jar cannot be taken apart
     */
    static Packaged extracted(Path executableJar, Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var tool = List.of(java.toString(), "-Djarmode=tools", "-jar", executableJar.toString(), "extract");
        var words = Stream.concat(tool.stream(), Stream.of("--destination", folder.toString(), "--force"))
                .toList();
        var exitCode = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IOException("%s cannot be taken apart: %d".formatted(executableJar, exitCode));
        }
        var packaged = new Packaged(folder);
        Files.move(folder.resolve(executableJar.getFileName()), packaged.jar());
        return packaged;
    }

    Path jar() {
        return folder.resolve("discounts-service.jar");
    }

    Path cache() {
        return folder.resolve("discounts-service.aot");
    }

    Path script() {
        return folder.resolve("start");
    }

    List<String> flagsWithCache() {
        return with("-XX:AOTCache=" + cache());
    }

    List<String> flagsOfTraining() {
        return with("-XX:AOTCacheOutput=" + cache());
    }

    /** The script works wherever the folder is. */
    void writeScript() throws IOException {
        Files.writeString(script(), """
                #!/bin/sh
                # Starts the service with the cache it was packaged with. Arguments are its settings; more flags of the JVM are
                # taken from JDK_JAVA_OPTIONS. With another JDK, or jars with other times, it starts without the cache.
                here=$(cd "$(dirname "$0")" && pwd)
                exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" %s \\
                  -XX:AOTCache="$here/%s" -jar "$here/%s" "$@"
                """.formatted(String.join(" ", FLAGS), cache().getFileName(), jar().getFileName()));
        Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> with(String flag) {
        var flags = new ArrayList<>(FLAGS);
        flags.add(flag);
        return flags;
    }
}
