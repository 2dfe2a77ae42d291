package io.discounts.service.devservers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process beyond doubt: an id is given to another process sooner or later, an id and a start are not.
 *
 * @param startedAt as the operating system tells it
 */
record ProcessIdentity(long pid, Instant startedAt) {
    /** A start is told relative to the boot, and the boot to the second: two readings may differ by that much. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Empty when the process has ended already. */
    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return process.info().startInstant().map(started -> new ProcessIdentity(process.pid(), started));
    }

    static ProcessIdentity parse(String line) {
        var parts = line.split(" ", -1);
        return new ProcessIdentity(Long.parseLong(parts[0]), Instant.parse(parts[1]));
    }

    /** The running process, unless it has ended or its id belongs to another one by now. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedLikeThis);
    }

    private boolean startedLikeThis(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(other -> Duration.between(startedAt, other).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    @Override
    public String toString() {
        return pid + " " + startedAt;
    }
}
