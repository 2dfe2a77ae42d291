package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What must not grow while a service runs.
 *
 * @param liveBytes of the heap, after the last collection that looked at all of it; 0 before the first
 */
record Vitals(double usedBytes, double liveBytes, double threads, double descriptors) {
    private static final double MOST_GROWTH = 1.10;

    static Vitals of(Metrics metrics) {
        return new Vitals(
                metrics.sum("jvm_memory_used_bytes", "area=\"heap\""),
                metrics.sum("jvm_gc_live_data_size_bytes", ""),
                metrics.sum("jvm_threads_live_threads", ""),
                metrics.sum("process_files_open_files", ""));
    }

    /** Whether the median of the last third is at most a tenth over that of the second: the first warms up. */
    static boolean isFlat(List<Vitals> all, ToDoubleFunction<Vitals> value) {
        var third = all.size() / 3;
        return third == 0
                || median(all.subList(2 * third, all.size()), value)
                        <= MOST_GROWTH * median(all.subList(third, 2 * third), value);
    }

    private static double median(List<Vitals> some, ToDoubleFunction<Vitals> value) {
        return Contender.median(some.stream().map(value::applyAsDouble).toList());
    }
}
