package io.discounts.service.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that a test moves. */
final class FakeNanos implements LongSupplier {
    private long now = Duration.ofHours(1).toNanos();

    void pass(Duration time) {
        now += time.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
