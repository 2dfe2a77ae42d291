package io.discounts.service.devservers;

import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A server on a port of its own that a test may take away and give back; it comes back on the same port. All but the
 * database come back empty. Thread-safe; each method returns when what it says has happened.
 */
public final class ServerProcess {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3); // for a machine that is busy elsewhere
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final DevRun run;
    private final ServerCommand command;
    private final int port;
    private int starts;
    private @Nullable Process process;

    private ServerProcess(DevRun run, ServerCommand command, int port) {
        this.run = run;
        this.command = command;
        this.port = port;
    }

    static ServerProcess started(DevRun run, ServerCommand command, int port) {
        var server = new ServerProcess(run, command, port);
        server.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** Of the process that runs, or ran last. */
    public synchronized long pid() {
        return launched().pid();
    }

    /** What it has printed since it was started last. */
    public synchronized String output() {
        try {
            return Files.readString(outputPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts the server, unless it is running, and waits until it takes requests. */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var begun = System.nanoTime();
        starts++;
        var output = outputPath();
        try {
            process = run.launch(command.builder(output));
            awaitReady(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info("Started {} on port {} in {} ms", command.name(), port, millisSince(begun));
    }

    /** Asks the server to end, and kills it if it does not. */
    public void stop() {
        stop(TIME_TO_STOP);
    }

    synchronized void stop(Duration patience) {
        if (process != null) {
            resume();
            process.destroy();
            if (!hasEnded(process, patience)) {
                kill();
            }
        }
    }

    /** Ends the server as a crash would. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Freezes the server: connections stay open and new ones are accepted by the system, but nothing is answered. */
    public synchronized void pause() {
        signal("STOP");
        var frozen = launched();
        // From another thread, which must not ask for what this one holds.
        await(command.name()).atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> isFrozen(frozen));
    }

    /** The signal is heard by one thread; on a busy machine the others run on until it tells them. */
    private static boolean isFrozen(Process process) throws IOException {
        var threads = Path.of("/proc", Long.toString(process.pid()), "task");
        if (!process.isAlive() || !Files.isDirectory(threads)) {
            return true;
        }
        try (var each = Files.list(threads)) {
            return each.allMatch(ServerProcess::isStopped);
        }
    }

    private static boolean isStopped(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            return "TtZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException ended) {
            return true;
        }
    }

    /** Lets a frozen server go on where it was; one that is running does not notice. */
    public synchronized void resume() {
        signal("CONT");
    }

    private Path outputPath() {
        return run.path("%s-%d.log".formatted(command.name(), starts));
    }

    private Process launched() {
        if (process == null) {
            throw new IllegalStateException(command.name() + " was never started");
        }
        return process;
    }

    private void signal(String name) {
        if (process != null && process.isAlive()) {
            run.complete(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())));
        }
    }

    private void awaitReady(Process starting, Path output) throws IOException {
        try {
            await(command.name())
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !starting.isAlive() || isReady(output));
        } catch (ConditionTimeoutException e) {
            throw failedStart("does not get ready", output, e);
        }
        if (!starting.isAlive()) {
            throw failedStart("ended with exit code " + starting.exitValue(), output, null);
        }
    }

    private boolean isReady(Path output) throws IOException {
        return Files.readString(output).contains(command.readyText()) && accepts();
    }

    private boolean accepts() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private IllegalStateException failedStart(String what, Path output, @Nullable Exception cause) throws IOException {
        return new IllegalStateException("%s %s:%n%s".formatted(command.name(), what, Files.readString(output)), cause);
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static boolean hasEnded(Process process, Duration patience) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
