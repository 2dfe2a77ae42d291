package io.discounts.loadtests.reads;

import io.gatling.javaapi.core.Simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulation in a process of its own, whose report and log are left in a folder. */
final class GatlingRun {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Path results;
    private final Cores cores;
    private volatile Optional<ProcessHandle> process = Optional.empty();

    GatlingRun(Path results) {
        this(results, Cores.ALL);
    }

    /** @param cores that it may use */
    GatlingRun(Path results, Cores cores) {
        this.results = results;
        this.cores = cores;
    }

    /** The process, from when it has been started. */
    Optional<ProcessHandle> process() {
        return process;
    }

    /**
     * Runs one to its end.
     *
     * @param settings that the simulation asks {@link SimulationSettings} for
     * @throws IllegalStateException if Gatling fails; requests that fail are told in the statistics
     */
    Statistics run(Class<? extends Simulation> simulation, Map<String, String> settings)
            throws IOException, InterruptedException {
        var log = results.resolve("gatling.log");
        var gatling = new ProcessBuilder(words(simulation, settings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process = Optional.of(gatling.toHandle());
        cores.bind(gatling.pid());
        var ender = new Thread(gatling::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ender);
        var exitCode = gatling.waitFor();
        Runtime.getRuntime().removeShutdownHook(ender);
        if (exitCode != 0) {
            throw new IllegalStateException("Gatling ended with %d, see %s".formatted(exitCode, log));
        }
        return Statistics.read(statistics());
    }

    /** Writes the bodies that requests of a kind have, and tells where they are. */
    static String bodies(Path folder, String kind, List<String> bodies) throws IOException {
        return Files.write(folder.resolve(kind + ".bodies"), bodies).toString();
    }

    /** Where people look at it. */
    Path page() throws IOException {
        try (var files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("index.html"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Gatling has left no report in " + results));
        }
    }

    private Path statistics() {
        return results.resolve("statistics.json");
    }

    private List<String> words(Class<? extends Simulation> simulation, Map<String, String> settings) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dgatling.http.requestTimeout=" + TIMEOUT_MILLIS,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        words.add("-D%s%s=%s".formatted(SimulationSettings.PREFIX, SimulationSettings.STATISTICS, statistics()));
        settings.forEach((name, value) -> words.add("-D%s%s=%s".formatted(SimulationSettings.PREFIX, name, value)));
        words.addAll(
                List.of("io.gatling.app.Gatling", "-s", simulation.getName(), "-rf", results.toString(), "-rd", "-"));
        return words;
    }
}
