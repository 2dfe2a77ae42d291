package io.discounts.sample.defects;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which can be halted: what lags by it stays behind until it goes on. */
final class HaltedClock extends Clock {
    private volatile @Nullable Instant halted;

    void halt() {
        halted = Instant.now();
    }

    void goOn() {
        halted = null;
    }

    @Override
    public Instant instant() {
        var moment = halted;
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
