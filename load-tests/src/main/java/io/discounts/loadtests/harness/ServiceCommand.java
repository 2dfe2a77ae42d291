package io.discounts.loadtests.harness;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service's command line, in a process of its own on the development servers. */
public final class ServiceCommand {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How one ended.
     *
     * @param answer the JSON object of its last line
     * @param took from start to end of the process, the start of its JVM included
     * @param peakBytes the most memory that the process has had resident; 0 where the system does not tell
     */
    public record Ended(JsonNode answer, Duration took, long peakBytes) {}

    private ServiceCommand() {}

    /**
     * Runs a command until it ends; what it tells of its progress goes to this process's standard error.
     *
     * @param heap of its JVM, such as {@code 512m}
     * @throws IllegalStateException if its exit code is not 0
     */
    public static Ended run(String heap, String... words) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var process = start(heap, words);
        var memory = PeakMemory.watch(process);
        var last = lastLine(process);
        var exitCode = process.waitFor();
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (exitCode != 0 || last == null) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(words[0], exitCode, last));
        }
        return new Ended(JSON.readTree(last), took, memory.bytes());
    }

    /** Starts a command for a caller who does not let it end in peace. It ends with this process at the latest. */
    public static Process start(String heap, String... words) throws IOException {
        var process = new ProcessBuilder(command(heap, List.of(words)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var ender = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ender);
        var unused = process.onExit().thenRun(() -> forget(ender));
        return process;
    }

    private static void forget(Thread ender) {
        try {
            Runtime.getRuntime().removeShutdownHook(ender);
        } catch (IllegalStateException endingAnyway) {
            // It has nobody left to end.
        }
    }

    private static List<String> command(String heap, List<String> words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Duser.timezone=UTC",
                "-Daws.accessKeyId=" + RunningServers.ACCESS_KEY,
                "-Daws.secretAccessKey=" + RunningServers.SECRET,
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                ServiceBuild.takenApart().jar().toString()));
        command.addAll(words);
        command.add("--discounts.security.mode=open");
        command.add("--server.address=127.0.0.1");
        DevServers.running().properties().forEach((key, value) -> command.add("--%s=%s".formatted(key, value)));
        return command;
    }

    private static @Nullable String lastLine(Process process) throws IOException {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.startsWith("{"))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
    }
}
