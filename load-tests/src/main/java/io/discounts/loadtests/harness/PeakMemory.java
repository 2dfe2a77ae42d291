package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The most memory that another process has had resident, as Linux tells it; elsewhere 0. Safe for use by any thread. */
public final class PeakMemory {
    private static final long KIB = 1_024;

    private volatile long bytes;

    private PeakMemory() {}

    /** Looks until the process ends: what the system knows of it goes with it. */
    static PeakMemory watch(Process process) {
        var memory = new PeakMemory();
        Thread.ofPlatform().daemon().name("peak-memory").start(() -> memory.follow(process));
        return memory;
    }

    long bytes() {
        return bytes;
    }

    /** The high-water mark in the text of {@code /proc/<pid>/status}. */
    static long highWaterMark(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                .findFirst()
                .orElse(0);
    }

    private void follow(Process process) {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            do {
                bytes = Math.max(bytes, highWaterMark(Files.readString(status)));
            } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException ended) {
            // The process has gone since; the last look counts.
        }
    }
}
