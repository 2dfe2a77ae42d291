package io.discounts.service.ingestion.kinesis;

import io.discounts.fixtures.SettableClock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits without waiting, and ends after as many waits as it is told. */
final class FakeTenure implements Tenure {
    final List<Duration> waits = new ArrayList<>();
    private final SettableClock clock;
    int outlasts = Integer.MAX_VALUE;
    boolean surrendered;
    Runnable meanwhile = () -> {};

    FakeTenure(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public boolean lastsFor(Duration wait) {
        waits.add(wait);
        clock.advance(wait);
        meanwhile.run();
        return waits.size() <= outlasts;
    }

    @Override
    public void surrender() {
        surrendered = true;
    }
}
