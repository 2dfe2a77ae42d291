package io.discounts.service.outbox.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Longer and longer pauses, each between half of its bound and the bound, so that many who failed together do not come back
 * together. Not thread-safe.
 */
final class Backoff {
    private final Duration shortest;
    private final RandomGenerator chance;
    private int failures;

    Backoff(Duration shortest, RandomGenerator chance) {
        this.shortest = shortest;
        this.chance = chance;
    }

    /** After one more failure in a row. */
    Duration next(Duration longest) {
        var doubled = shortest.toMillis() << Math.min(failures++, 20);
        var bound = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bound / 2 + chance.nextLong(bound / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
