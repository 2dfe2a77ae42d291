package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.GatlingStatistics.Requests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What becomes of a simulation's requests, by their names. Safe for use by any thread. */
final class Outcomes {
    /** What takes longer counts as this. */
    private static final int MOST_MILLIS = 60_000;

    private final Map<String, Outcome> byName = new ConcurrentHashMap<>();

    private static final class Outcome {
        private final AtomicIntegerArray answeredByMillis = new AtomicIntegerArray(MOST_MILLIS + 1);
        private final LongAdder refused = new LongAdder();
        private final Map<Integer, LongAdder> failed = new ConcurrentHashMap<>();

        Requests requests() {
            long answered = 0;
            for (int millis = 0; millis <= MOST_MILLIS; millis++) {
                answered += answeredByMillis.get(millis);
            }
            return new Requests(
                    answered,
                    refused.sum(),
                    failed.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, each -> each.getValue().sum())),
                    percentile(answered, 500),
                    percentile(answered, 990),
                    percentile(answered, 999));
        }

        /** By nearest rank. */
        private long percentile(long answered, int permille) {
            var rank = (answered * permille + 999) / 1_000;
            var before = 0L;
            for (int millis = 0; millis <= MOST_MILLIS; millis++) {
                before += answeredByMillis.get(millis);
                if (before >= rank) {
                    return millis;
                }
            }
            return 0;
        }
    }

    void answered(String name, int millis) {
        of(name).answeredByMillis.incrementAndGet(Math.clamp(millis, 0, MOST_MILLIS));
    }

    /** For a reason of the caller's, as a discount that is used up. */
    void refused(String name) {
        of(name).refused.increment();
    }

    /** @param status 0 if there was no answer */
    void failed(String name, int status) {
        of(name).failed.computeIfAbsent(status, unseen -> new LongAdder()).increment();
    }

    GatlingStatistics statistics() {
        return new GatlingStatistics(byName.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().requests())));
    }

    private Outcome of(String name) {
        return byName.computeIfAbsent(name, unseen -> new Outcome());
    }
}
