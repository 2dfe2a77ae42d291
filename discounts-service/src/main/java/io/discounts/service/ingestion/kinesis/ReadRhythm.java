package io.discounts.service.ingestion.kinesis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A shard at its tip is read several times a second; once a second is enough to tell how far its provider is applied. */
final class ReadRhythm {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Clock clock;
    private Instant next = Instant.MIN;

    ReadRhythm(Clock clock) {
        this.clock = clock;
    }

    boolean due() {
        return !clock.instant().isBefore(next);
    }

    void beat() {
        next = clock.instant().plus(BEAT);
    }
}
