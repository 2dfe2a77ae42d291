package io.discounts.service.devservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes servers out of the terminal's session: Ctrl-C then reaches the JVM alone, which closes the service before it
 * ends what the service needs. Where there is no {@code setsid} (macOS), both end at once, only less quietly.
 */
final class OwnSession {
    private static final boolean AVAILABLE = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    private OwnSession() {}

    static List<String> of(List<String> command) {
        return AVAILABLE ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }
}
