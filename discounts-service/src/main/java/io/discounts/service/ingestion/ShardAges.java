package io.discounts.service.ingestion;

import io.micrometer.core.instrument.Clock;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How old a record may be that waits unread in the shards of one stream. A shard that is read no longer grows older, so
 * that a reader that is stuck shows as much as one that is slow.
 */
final class ShardAges {
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Clock clock;

    ShardAges(Clock clock) {
        this.clock = clock;
    }

    void read(String shardId, Duration behind) {
        readings.put(shardId, new Reading(behind, clock.monotonicTime()));
    }

    void released(String shardId) {
        readings.remove(shardId);
    }

    /** Of the shard furthest behind; not a number while none is held here. */
    double maxSeconds() {
        var now = clock.monotonicTime();
        return readings.values().stream()
                .mapToDouble(reading -> reading.ageSeconds(now))
                .max()
                .orElse(Double.NaN);
    }

    Optional<Duration> age(String shardId) {
        var now = clock.monotonicTime();
        return Optional.ofNullable(readings.get(shardId)).map(reading -> reading.age(now));
    }

    Set<String> held() {
        return Set.copyOf(readings.keySet());
    }

    private record Reading(Duration behind, long at) {
        double ageSeconds(long now) {
            return age(now).toMillis() / 1_000.0;
        }

        Duration age(long now) {
            return behind.plusNanos(now - at);
        }
    }
}
