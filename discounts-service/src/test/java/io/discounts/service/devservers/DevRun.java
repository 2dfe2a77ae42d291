package io.discounts.service.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One process and the servers it starts: their folders, their ports and their end. Everything is written down in the
 * user's cache folder as it happens, so that the next run can clean up after one that was killed. Thread-safe.
 */
@SuppressWarnings("try") // A lock is held, not used.
final class DevRun {
    private final RunFolder folder;
    private final RunLedger ledger;
    private final ProcessLock ownership;
    private final FreePorts ports;
    private final List<Runnable> farewells = new ArrayList<>();
    private boolean ended;

    private DevRun(RunFolder folder, RunLedger ledger, ProcessLock ownership, RandomGenerator random) {
        this.folder = folder;
        this.ledger = ledger;
        this.ownership = ownership;
        this.ports = new FreePorts(random);
    }

    /** Ends what dead runs have left behind, then begins a run of {@code owner}, which must be this process. */
    static DevRun begin(DevCache cache, ProcessHandle owner, RandomGenerator random) throws IOException {
        var ledger = new RunLedger(cache.root().resolve("runs"));
        try (var lock = ledger.lock()) {
            ledger.endDeadRuns();
            var folder = ledger.create(ProcessIdentity.of(owner).orElseThrow());
            var ownership = folder.tryOwn().orElseThrow();
            return new DevRun(folder, ledger, ownership, random);
        }
    }

    /** A path of this run's, deleted with it; nothing is there yet. */
    Path path(String name) {
        return folder.path().resolve(name);
    }

    /** Starts a process that ends with this run at the latest. */
    synchronized Process launch(ProcessBuilder command) throws IOException {
        if (ended) {
            throw new IllegalStateException("The run has ended; nothing is started any more");
        }
        var process = command.start();
        var identity = ProcessIdentity.of(process.toHandle());
        if (identity.isPresent()) {
            folder.record(identity.get());
        }
        return process;
    }

    /** Runs a command to its end. Its output is part of the failure when it fails. */
    void complete(ProcessBuilder command) {
        var log = path("command-" + command.hashCode() + ".log");
        try {
            var process = launch(command.redirectErrorStream(true).redirectOutput(log.toFile()));
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s failed with exit code %d:%n%s"
                        .formatted(command.command(), process.exitValue(), Files.readString(log)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + command.command(), e);
        }
    }

    /** A port nothing listens on and no other run has claimed. */
    int claimPort() throws IOException {
        try (var lock = ledger.lock()) {
            return claimed(ports.any(ledger.claimedPorts()));
        }
    }

    /** The preferred port if it is free, else any other. */
    int claimPort(int preferred) throws IOException {
        try (var lock = ledger.lock()) {
            return claimed(ports.preferably(preferred, ledger.claimedPorts()));
        }
    }

    private int claimed(int port) throws IOException {
        Files.writeString(
                folder.ports(), port + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return port;
    }

    /** Has something done first when this run ends by itself: what is killed instead of asked loses nothing that matters. */
    synchronized void beforeEnd(Runnable farewell) {
        farewells.add(farewell);
    }

    /** Ends every process of this run and deletes their folders. Further calls do nothing. */
    synchronized void end() {
        if (ended) {
            return;
        }
        farewells.forEach(Runnable::run);
        ended = true;
        try (var lock = ledger.lock();
                ownership) {
            folder.endChildren();
            folder.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes started so far that have not ended. */
    List<ProcessHandle> children() throws IOException {
        return folder.runningChildren();
    }
}
