package io.discounts.sdk.internal;

import io.discounts.sdk.Deadline;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The two clocks.
 *
 * @param wall for what people read
 * @param nanoTime for what is measured: it never jumps
 */
public record Ticking(Clock wall, LongSupplier nanoTime) {
    public Deadline deadline(Duration budget) {
        return Deadline.after(budget, nanoTime);
    }

    public long now() {
        return nanoTime.getAsLong();
    }

    public Duration since(long nanos) {
        return Duration.ofNanos(now() - nanos);
    }
}
