package io.discounts.service.edge;

import io.discounts.service.edge.Admission.Admitted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A service whose processor all its requests share, millisecond by millisecond: each needs as much of it, and with more of
 * them at a time each takes longer. It answers one request a millisecond at most.
 */
final class SharedProcessor {
    private static final double WORK_MILLIS = 1;

    private final Gate gate;
    private final FakeNanos time;
    private final List<Running> running = new ArrayList<>();
    private final Map<Priority, Counts> counts = new EnumMap<>(Priority.class);
    private final Map<Priority, Double> owed = new EnumMap<>(Priority.class);

    /** What became of the requests of one priority. */
    record Counts(int asked, int shed, int answered, long slowestMillis) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    asked + other.asked,
                    shed + other.shed,
                    answered + other.answered,
                    Math.max(slowestMillis, other.slowestMillis));
        }
    }

    private static final class Running {
        private final Priority priority;
        private final Admitted place;
        private final long since;
        private double left = WORK_MILLIS;

        Running(Priority priority, Admitted place, long since) {
            this.priority = priority;
            this.place = place;
            this.since = since;
        }
    }

    SharedProcessor(Gate gate, FakeNanos time) {
        this.gate = gate;
        this.time = time;
    }

    /**
     * Lets time pass while requests arrive evenly, and tells of that time alone.
     *
     * @param rates requests a millisecond; 1 is what the service can do
     */
    Map<Priority, Counts> run(Duration length, Map<Priority, Double> rates) {
        counts.clear();
        for (long i = 0; i < length.toMillis(); i++) {
            rates.forEach(this::arrive);
            time.pass(Duration.ofMillis(1));
            work();
        }
        return Map.copyOf(counts);
    }

    private void arrive(Priority priority, double rate) {
        var due = owed.getOrDefault(priority, 0.0) + rate;
        for (; due >= 1; due--) {
            var admission = gate.admit(priority, CallerPatience.ENDLESS, Duration.ZERO);
            if (admission instanceof Admitted place) {
                running.add(new Running(priority, place, time.getAsLong()));
            }
            var shed = admission instanceof Admitted ? 0 : 1;
            count(priority, new Counts(1, shed, 0, 0));
        }
        owed.put(priority, due);
    }

    private void work() {
        var each = 1.0 / Math.max(1, running.size());
        for (var request : List.copyOf(running)) {
            request.left -= each;
            if (request.left <= 1e-9) {
                running.remove(request);
                request.place.answered();
                var took = Duration.ofNanos(time.getAsLong() - request.since).toMillis();
                count(request.priority, new Counts(0, 0, 1, took));
            }
        }
    }

    private void count(Priority priority, Counts more) {
        counts.merge(priority, more, Counts::plus);
    }
}
