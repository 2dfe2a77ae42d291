package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service as it is deployed: a folder that may be copied anywhere, with its jar beside those that it needs, the JVM's cache
 * and a script that starts it with both.
 */
public record Packaged(Path folder) {
    /** Of a JVM that uses the cache: those that decide whether it may must be the same as in training. */
    public static final List<String> FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /**
     * Takes an executable jar apart, for the JVM caches no classes of jars within jars.
     *
     * @param folder empty, or not there yet
     * @throws IOException if the jar cannot be taken apart
     */
    public static Packaged extracted(Path executableJar, Path folder) throws IOException, InterruptedException {
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

    public Path jar() {
        return folder.resolve("discounts-service.jar");
    }

    public Path cache() {
        return folder.resolve("discounts-service.aot");
    }

    public Path script() {
        return folder.resolve("start");
    }

    /** As the script starts it. */
    public ServiceBuild withCache() {
        return withoutCache().with(List.of("-XX:AOTCache=" + cache()));
    }

    public ServiceBuild withoutCache() {
        return new ServiceBuild(jar(), FLAGS);
    }

    /** The JVM writes the cache when it ends. */
    public ServiceBuild inTraining() {
        return withoutCache().with(List.of("-XX:AOTCacheOutput=" + cache()));
    }

    /** The script works wherever the folder is. */
    public void writeScript() throws IOException {
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
}
