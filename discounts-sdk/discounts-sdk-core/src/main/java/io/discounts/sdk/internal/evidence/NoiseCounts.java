package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.report.NoiseFloor;
import io.discounts.sdk.shadow.Comparison;

import java.util.concurrent.atomic.LongAdder;

/** How often the control, asked twice for an operation, did not agree with itself. Safe for use by many threads. */
final class NoiseCounts {
    private final LongAdder samples = new LongAdder();
    private final LongAdder differing = new LongAdder();

    void add(Comparison ofItself) {
        if (ofItself instanceof Comparison.Incomparable) {
            return;
        }
        samples.increment();
        if (ofItself instanceof Comparison.Mismatched) {
            differing.increment();
        }
    }

    NoiseFloor of(Operation operation) {
        return new NoiseFloor(operation, samples.sum(), differing.sum());
    }
}
