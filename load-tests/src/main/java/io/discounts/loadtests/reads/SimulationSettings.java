package io.discounts.loadtests.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a simulation is told by the run that starts it, for Gatling makes simulations by itself. */
final class SimulationSettings {
    static final String PREFIX = "load-tests.simulation.";
    /** The file that a simulation leaves its statistics in. */
    static final String STATISTICS = "statistics";

    /** What a body is called in a session. */
    static final String BODY = "body";

    private SimulationSettings() {}

    static String text(String name) {
        return Objects.requireNonNull(System.getProperty(PREFIX + name), name);
    }

    static boolean has(String name) {
        return System.getProperty(PREFIX + name) != null;
    }

    static double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** The lines of a file, each a request's body, as Gatling's feeders take them. */
    static List<Map<String, Object>> bodies(String name) {
        return lines(name).stream()
                .map(line -> Map.<String, Object>of(BODY, line))
                .toList();
    }

    /** The lines of the file that a setting names. */
    static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of(text(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
