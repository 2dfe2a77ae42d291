package io.discounts.service.ingestion.kinesis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, put forward by a test that would otherwise have to wait. Safe for use by any thread. */
final class LeadingClock extends Clock {
    private final AtomicReference<Duration> lead = new AtomicReference<>(Duration.ZERO);

    void putForward(Duration by) {
        lead.accumulateAndGet(by, Duration::plus);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(lead.get());
    }

    @Override
    public ZoneId getZone() {
        return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks it for local times");
    }
}
