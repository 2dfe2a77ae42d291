package io.discounts.sdk.shadow;

import io.discounts.sdk.internal.Ticking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that passes when told to, and runs what has come due on its way. Its tasks are of one thread. */
final class SimulatedTime extends Clock implements Later {
    private record Due(Instant at, Runnable task) {}

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

    Ticking ticking() {
        return new Ticking(this, () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    @Override
    public void run(Runnable task, Duration delay) {
        due.add(new Due(now.plus(delay), task));
    }

    void passes(Duration duration) {
        var end = now.plus(duration);
        for (var next = due.peek(); next != null && !next.at.isAfter(end); next = due.peek()) {
            now = next.at;
            due.remove(next);
            next.task.run();
        }
        now = end;
    }

    boolean hasNothingDue() {
        return due.isEmpty();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
