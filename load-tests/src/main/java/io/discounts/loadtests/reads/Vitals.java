package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What must not grow while a service runs, at one moment. */
record Vitals(double heapBytes, double nearBytes, double threads, double descriptors) {
    private static final double MEBIBYTE = 1 << 20;

    static Vitals of(Metrics metrics) {
        return new Vitals(
                metrics.sum("jvm_memory_used_bytes", "area=\"heap\""),
                metrics.sum("discounts_catalog_near_weight", "sheets"),
                metrics.sum("jvm_threads_live_threads", ""),
                metrics.sum("process_files_open_files", ""));
    }

    double heapMebibytes() {
        return heapBytes / MEBIBYTE;
    }

    double nearMebibytes() {
        return nearBytes / MEBIBYTE;
    }

    /** Where a value goes that was taken at even distances, once the first third has passed, in which the service warms up. */
    static Trend settled(List<Vitals> all, ToDoubleFunction<Vitals> value) {
        return new Trend(all.subList(all.size() / 3, all.size()).stream()
                .map(value::applyAsDouble)
                .toList());
    }
}
