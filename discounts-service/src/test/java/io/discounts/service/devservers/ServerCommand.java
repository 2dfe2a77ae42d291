package io.discounts.service.devservers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param name for people
 * @param words the program and its arguments
 * @param environment added to the JVM's own
 * @param workingFolder where it runs
 * @param readyText what it has printed by the time it takes requests on its port; may be empty
 */
public record ServerCommand(
        String name, List<String> words, Map<String, String> environment, Path workingFolder, String readyText) {
    public ServerCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    ProcessBuilder builder(Path output) {
        var builder = new ProcessBuilder(OwnSession.of(words))
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
