package io.discounts.service.edge;

import io.discounts.service.edge.Admission.Admitted;
import io.discounts.service.edge.SharedProcessor.Counts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/**
 * A service whose processor takes one request after the other and never waits for anything else, as virtual threads do with what
 * the caches answer: who comes meanwhile queues before the gate. It answers one request a millisecond at most.
 */
final class QueuedProcessor {
    private static final long WORK_MICROS = 1_000;
    private static final long REFUSAL_MICROS = 10;

    private final Gate gate;
    private final FakeNanos time;
    private final Queue<Arrived> queue = new ArrayDeque<>();
    private final Map<Priority, Counts> counts = new EnumMap<>(Priority.class);
    private final Map<Priority, Double> owed = new EnumMap<>(Priority.class);

    private record Arrived(Priority priority, long at) {}

    QueuedProcessor(Gate gate, FakeNanos time) {
        this.gate = gate;
        this.time = time;
    }

    /** Lets time pass in which nobody comes and nothing is worked on, but comes all at once when it is over. */
    void pause(Duration length, Map<Priority, Double> rates) {
        var began = time.getAsLong();
        time.pass(length);
        rates.forEach((priority, rate) -> arrive(priority, rate * length.toMillis(), began));
    }

    /**
     * Lets time pass while requests arrive evenly, and tells of that time alone.
     *
     * @param rates requests a millisecond; 1 is what the service can do
     */
    Map<Priority, Counts> run(Duration length, Map<Priority, Double> rates) {
        counts.clear();
        var end = time.getAsLong() + length.toNanos();
        var next = time.getAsLong();
        while (time.getAsLong() < end) {
            for (; next <= time.getAsLong(); next += Duration.ofMillis(1).toNanos()) {
                var at = next;
                rates.forEach((priority, rate) -> arrive(priority, rate, at));
            }
            work();
        }
        return Map.copyOf(counts);
    }

    private void arrive(Priority priority, double count, long at) {
        var due = owed.getOrDefault(priority, 0.0) + count;
        for (; due >= 1; due--) {
            queue.add(new Arrived(priority, at));
        }
        owed.put(priority, due);
    }

    private void work() {
        var head = queue.poll();
        if (head == null) {
            pass(REFUSAL_MICROS);
            return;
        }
        var waited = Duration.ofNanos(time.getAsLong() - head.at());
        if (gate.admit(head.priority(), CallerPatience.ENDLESS, waited) instanceof Admitted place) {
            pass(WORK_MICROS);
            place.answered();
            var took = Duration.ofNanos(time.getAsLong() - head.at()).toMillis();
            count(head.priority(), new Counts(1, 0, 1, took));
        } else {
            pass(REFUSAL_MICROS);
            count(head.priority(), new Counts(1, 1, 0, 0));
        }
    }

    private void pass(long micros) {
        time.pass(Duration.ofNanos(1_000 * micros));
    }

    private void count(Priority priority, Counts more) {
        counts.merge(priority, more, Counts::plus);
    }
}
