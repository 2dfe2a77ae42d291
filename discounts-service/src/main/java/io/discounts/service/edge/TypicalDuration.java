package io.discounts.service.edge;

import com.netflix.concurrency.limits.Limit;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Listens to what a limit is told of each window, and knows how long requests take these days. */
final class TypicalDuration implements Limit {
    /** Who is refused for what is typical makes no new sample: what is older must not go on refusing. */
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private final Limit limit;
    private final LongSupplier nanoTime;
    private volatile Observed last;

    private record Observed(long nanos, long at) {}

    TypicalDuration(Limit limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.last = new Observed(0, nanoTime.getAsLong());
    }

    /** Zero while it is not known. */
    Duration current() {
        var observed = last;
        return nanoTime.getAsLong() - observed.at() < BELIEVED_FOR.toNanos()
                ? Duration.ofNanos(observed.nanos())
                : Duration.ZERO;
    }

    @Override
    public void onSample(long startTime, long rtt, int inflight, boolean didDrop) {
        last = new Observed(rtt, nanoTime.getAsLong());
        limit.onSample(startTime, rtt, inflight, didDrop);
    }

    @Override
    public int getLimit() {
        return limit.getLimit();
    }

    @Override
    public void notifyOnChange(Consumer<Integer> consumer) {
        limit.notifyOnChange(consumer);
    }
}
