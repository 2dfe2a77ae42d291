package io.discounts.sdk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that pass when told to, and begin near the overflow as {@link System#nanoTime} may. */
public final class ManualTime implements LongSupplier {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    @Override
    public long getAsLong() {
        return now.get();
    }

    public void passes(Duration duration) {
        now.addAndGet(duration.toNanos());
    }
}
