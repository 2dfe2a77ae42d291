package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /** Waits until the lock is free. */
    static ProcessLock await(Path file) throws IOException {
        var permit = permitFor(file);
        permit.acquireUninterruptibly();
        return open(permit, file, true).orElseThrow();
    }

    /** Empty when a living process, this one included, holds the lock. */
    static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        var permit = permitFor(file);
        return permit.tryAcquire() ? open(permit, file, false) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            permit.release();
        }
    }

    private static Semaphore permitFor(Path file) {
        return IN_THIS_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), unlocked -> new Semaphore(1));
    }

    private static Optional<ProcessLock> open(Semaphore permit, Path file, boolean waiting) throws IOException {
        var held = false;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = (waiting ? channel.lock() : channel.tryLock()) != null;
            if (held) {
                return Optional.of(new ProcessLock(permit, channel));
            }
            channel.close();
            return Optional.empty();
        } finally {
            if (!held) {
                permit.release();
            }
        }
    }
}
