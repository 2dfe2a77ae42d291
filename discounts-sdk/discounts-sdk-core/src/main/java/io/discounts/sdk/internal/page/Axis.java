package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time on a logarithmic scale, as far as two distributions reach.
 *
 * @param low logarithm to the base of ten of the nanoseconds at its left end
 * @param high at its right end
 */
record Axis(double low, double high, int width) {
    private static final int BINS = 96;
    /** Nothing shorter is told apart. */
    private static final double SHORTEST = 500;

    static Axis over(Latency one, Latency other, int width) {
        var all = Stream.of(one, other).flatMap(each -> each.buckets().stream()).toList();
        var low = all.stream().mapToDouble(bucket -> log(bucket.from())).min().orElse(5);
        var high = all.stream().mapToDouble(bucket -> log(bucket.to())).max().orElse(8);
        return new Axis(low - 0.1, Math.max(high, low + 1) + 0.1, width);
    }

    double x(Duration time) {
        return place(log(time)) * width;
    }

    /** Powers of ten within. */
    List<Duration> decades() {
        var decades = new ArrayList<Duration>();
        for (var power = (int) Math.ceil(low + 0.05); power < high - 0.05; power++) {
            decades.add(Duration.ofNanos((long) Math.pow(10, power)));
        }
        return decades;
    }

    /** How the calls are spread, from 0 to 1 at the densest, a little smoothed. */
    double[] density(Latency latency) {
        var bins = new double[BINS];
        for (var bucket : latency.buckets()) {
            spread(bucket, bins);
        }
        return scaled(smoothed(bins));
    }

    /** A bucket's calls over all the bins it reaches into. */
    private void spread(Latency.Bucket bucket, double[] bins) {
        var from = place(log(bucket.from())) * BINS;
        var to = place(log(bucket.to())) * BINS;
        for (var bin = (int) from; bin < Math.min(BINS, to); bin++) {
            var overlap = Math.min(to, bin + 1) - Math.max(from, bin);
            bins[bin] += bucket.calls() * overlap / (to - from);
        }
    }

    private double place(double log) {
        return (log - low) / (high - low);
    }

    private static double[] smoothed(double[] bins) {
        var smooth = new double[bins.length];
        for (var i = 0; i < bins.length; i++) {
            var left = bins[Math.max(0, i - 1)];
            var right = bins[Math.min(bins.length - 1, i + 1)];
            smooth[i] = (left + 2 * bins[i] + right) / 4;
        }
        return smooth;
    }

    private static double[] scaled(double[] bins) {
        var most = 0.0;
        for (var bin : bins) {
            most = Math.max(most, bin);
        }
        for (var i = 0; i < bins.length && most > 0; i++) {
            bins[i] /= most;
        }
        return bins;
    }

    private static double log(Duration time) {
        return Math.log10(Math.max(SHORTEST, (double) time.toNanos()));
    }
}
