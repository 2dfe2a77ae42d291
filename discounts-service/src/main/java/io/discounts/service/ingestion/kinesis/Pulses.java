package io.discounts.service.ingestion.kinesis;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each shard held here was last heard of, by lease key. A processor at work, be it waiting for the database, is never
 * silent. Safe for use by any thread.
 */
final class Pulses {
    private sealed interface Pulse {
        record Working() implements Pulse {}

        record Resting(Instant since) implements Pulse {}
    }

    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();
    private final Clock clock;

    Pulses(Clock clock) {
        this.clock = clock;
    }

    void working(String leaseKey) {
        pulses.put(leaseKey, new Pulse.Working());
    }

    void resting(String leaseKey) {
        pulses.put(leaseKey, new Pulse.Resting(clock.instant()));
    }

    /** The silence of a shard that nothing has been heard of yet begins now. */
    void expected(String leaseKey) {
        pulses.putIfAbsent(leaseKey, new Pulse.Resting(clock.instant()));
    }

    void over(String leaseKey) {
        pulses.remove(leaseKey);
    }

    boolean isSilentSince(String leaseKey, Instant moment) {
        return pulses.get(leaseKey) instanceof Pulse.Resting resting
                && !resting.since().isAfter(moment);
    }
}
