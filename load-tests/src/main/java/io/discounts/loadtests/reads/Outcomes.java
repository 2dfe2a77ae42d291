package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.Statistics.Requests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What becomes of a load's requests, by their names. Safe for use by any thread. */
final class Outcomes {
    /** What takes longer counts as this. */
    private static final int MOST_MILLIS = 60_000;

    private static final int OK = 200;
    private static final int CREATED = 201;

    /** A discount is used up, or in somebody's hands. */
    private static final int CONFLICT = 409;

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

    /**
     * Notes what has become of a request: that it was done, refused for a reason of its caller's, or anything else.
     *
     * @param status 0 if there was no answer
     */
    void note(String name, int status, int millis) {
        switch (status) {
            case OK, CREATED -> answered(name, millis);
            case CONFLICT -> of(name).refused.increment();
            default ->
                of(name).failed
                        .computeIfAbsent(status, unseen -> new LongAdder())
                        .increment();
        }
    }

    private void answered(String name, int millis) {
        of(name).answeredByMillis.incrementAndGet(Math.clamp(millis, 0, MOST_MILLIS));
    }

    Statistics statistics() {
        return new Statistics(byName.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().requests())));
    }

    private Outcome of(String name) {
        return byName.computeIfAbsent(name, unseen -> new Outcome());
    }
}
