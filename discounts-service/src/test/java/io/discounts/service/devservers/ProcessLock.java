package io.discounts.service.devservers;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A lock on a file: between processes, and between the threads of this one, which a file lock alone is not. The
 * operating system lets go of it when its holder dies, however it dies. May be closed by another thread.
 */
final class ProcessLock implements AutoCloseable {
    private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore permit;
    private final FileChannel channel;

    private ProcessLock(Semaphore permit, FileChannel channel) {
        this.permit = permit;
        this.channel = channel;
    }

    /**
     * Waits until the lock is free. Asks again and again rather than once and for all: the operating system takes two
     * processes, each of which waits in one thread for what the other holds in another, for a deadlock.
     */
    static ProcessLock await(Path file) throws IOException {
        return Awaitility.await()
                .forever()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> tryAcquire(file), Optional::isPresent)
                .orElseThrow();
    }

    /** Empty when a living process, this one included, holds the lock. */
    static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        var permit = permitFor(file);
        if (!permit.tryAcquire()) {
            return Optional.empty();
        }
        Optional<ProcessLock> held = Optional.empty();
        try {
            held = tryLock(permit, file);
            return held;
        } finally {
            if (held.isEmpty()) {
                permit.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            permit.release();
        }
    }

    private static Optional<ProcessLock> tryLock(Semaphore permit, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return Optional.of(new ProcessLock(permit, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static Semaphore permitFor(Path file) {
        return IN_THIS_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), unlocked -> new Semaphore(1));
    }
}
