package io.discounts.sdk.proof;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.model.SearchRequest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Calls without end from a thread of its own, and remembers the worst of it. */
final class SteadyCaller implements AutoCloseable {
    private static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1"));
    private static final long BETWEEN_NANOS = 2_000_000;

    private final DiscountsClient client;
    private final Thread thread = new Thread(this::call, "steady-caller");
    private volatile boolean over;
    private volatile Reason last = Reason.DEFAULT;
    private volatile long calls;
    private volatile long failures;
    private volatile long longestNanos;

    SteadyCaller(DiscountsClient client) {
        this.client = client;
        thread.start();
    }

    long calls() {
        return calls;
    }

    long failures() {
        return failures;
    }

    Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** What came before counts no more: classes have been loaded by now. */
    void warmedUp() {
        longestNanos = 0;
    }

    /** How long it takes from now until calls are answered for the reason, or ten seconds. */
    Duration until(Reason reason) {
        var began = System.nanoTime();
        while (last != reason && System.nanoTime() - began < 10_000_000_000L) {
            LockSupport.parkNanos(200_000);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by this thread alone
    private void call() {
        while (!over) {
            var began = System.nanoTime();
            try {
                last = client.search(SEARCH).reason();
            } catch (RuntimeException unanswered) {
                failures++;
            }
            longestNanos = Math.max(longestNanos, System.nanoTime() - began);
            calls++;
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
