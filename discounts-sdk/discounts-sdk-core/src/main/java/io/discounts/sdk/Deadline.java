package io.discounts.sdk;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a call must have its answer, on a clock that never jumps.
 *
 * @param atNanos the moment, as {@code nanoTime} tells time
 * @param nanoTime the clock, {@link System#nanoTime} outside tests
 */
public record Deadline(long atNanos, LongSupplier nanoTime) {
    public static Deadline after(Duration budget, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + budget.toNanos(), nanoTime);
    }

    /** What is left, zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - nanoTime.getAsLong()));
    }

    public boolean hasPassed() {
        return atNanos - nanoTime.getAsLong() <= 0;
    }
}
