package io.discounts.service.edge;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limit.window.PercentileSampleWindowFactory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets in as many requests at a time as are answered in good time, and turns the others away at once, as well as those that
 * have waited too long for a processor to begin at all: what needs nothing but a processor is never many at a time.
 *
 * <p>The limit falls by a tenth when half of the requests of a window took longer than the target; it grows by one when
 * they did not and half of it was in use: additive increase, multiplicative decrease (Chiu and Jain, Analysis of the
 * Increase and Decrease Algorithms, 1989), as Netflix' concurrency-limits has it. The median, for it is deaf to the few
 * that wait for a store; a target, for a ratio to what was usual forgets what was usual while an overload lasts.
 *
 * <p>Safe for use by any thread. Requests of one instant may pass the limit by as many as threads run at a time.
 */
final class Gate {
    private static final double BACKOFF = 0.9;
    private static final long WINDOW_MILLIS = 100;
    private static final int FEWEST_SAMPLES = 10;
    private static final int MOST_SAMPLES = 200;
    private static final double MEDIAN = 0.5;
    private static final int FIRST_LIMIT_BY_LEAST = 4;

    private final Backlog backlog;
    private final PriorityLimiter limiter;
    private final TypicalDuration typical;

    /**
     * @param backlog of all requests, for processors are for all
     * @param nanoTime a clock that never goes back
     */
    Gate(LoadSettings.Bounds bounds, Backlog backlog, LongSupplier nanoTime) {
        this.backlog = backlog;
        var adaptive = AIMDLimit.newBuilder()
                .initialLimit(Math.min(bounds.most(), FIRST_LIMIT_BY_LEAST * bounds.least()))
                .minLimit(bounds.least())
                .maxLimit(bounds.most())
                .backoffRatio(BACKOFF)
                .timeout(bounds.target().toNanos(), TimeUnit.NANOSECONDS)
                .build();
        this.typical = new TypicalDuration(adaptive, nanoTime);
        this.limiter = new PriorityLimiter(windowed(typical), nanoTime);
    }

    private static Limit windowed(Limit limit) {
        return WindowedLimit.newBuilder()
                .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .maxWindowTime(10 * WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .windowSize(FEWEST_SAMPLES)
                .minRttThreshold(0, TimeUnit.NANOSECONDS)
                .sampleWindowFactory(PercentileSampleWindowFactory.of(MEDIAN, MOST_SAMPLES))
                .build(limit);
    }

    /**
     * Decides on a request that can begin.
     *
     * @param patience of the caller, from now on
     * @param waited for a processor, before now
     */
    Admission admit(Priority priority, Duration patience, Duration waited) {
        if (backlog.isTooLongFor(priority, waited)) {
            return Admission.Refused.SHED;
        }
        if (patience.compareTo(typical.current()) < 0) {
            return Admission.Refused.LATE;
        }
        return limiter.acquire(priority).<Admission>map(Admission.Admitted::new).orElse(Admission.Refused.SHED);
    }

    /** How many requests may be worked on now. */
    int limit() {
        return limiter.getLimit();
    }

    /** How many requests are worked on now. */
    int inFlight() {
        return limiter.getInflight();
    }
}
