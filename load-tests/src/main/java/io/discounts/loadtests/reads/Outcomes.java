package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.GatlingStatistics.Requests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * What becomes of a simulation's requests, by their names: Gatling tells it in pages for people alone. Safe for use by any
 * thread.
 */
final class Outcomes {
    /** What takes longer counts as this. */
    private static final int MOST_MILLIS = 60_000;

    private final Map<String, Outcome> byName = new ConcurrentHashMap<>();

    private static final class Outcome {
        private final AtomicIntegerArray answeredByMillis = new AtomicIntegerArray(MOST_MILLIS + 1);
        private final LongAdder failed = new LongAdder();
    }

    void answered(String name, int millis) {
        of(name).answeredByMillis.incrementAndGet(Math.clamp(millis, 0, MOST_MILLIS));
    }

    void failed(String name) {
        of(name).failed.increment();
    }

    GatlingStatistics statistics() {
        return new GatlingStatistics(byName.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> requests(entry.getValue()))));
    }

    private Outcome of(String name) {
        return byName.computeIfAbsent(name, unseen -> new Outcome());
    }

    private static Requests requests(Outcome outcome) {
        long answered = 0;
        for (int millis = 0; millis <= MOST_MILLIS; millis++) {
            answered += outcome.answeredByMillis.get(millis);
        }
        return new Requests(
                answered, outcome.failed.sum(), percentile(outcome, answered, 50), percentile(outcome, answered, 99));
    }

    /** By nearest rank. */
    private static long percentile(Outcome outcome, long answered, int percent) {
        var rank = (answered * percent + 99) / 100;
        var before = 0L;
        for (int millis = 0; millis <= MOST_MILLIS; millis++) {
            before += outcome.answeredByMillis.get(millis);
            if (before >= rank) {
                return millis;
            }
        }
        return 0;
    }
}
