package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.BreakerOptions;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.IllegalStateTransitionException;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Spares callers the wait for a service that fails. Timeouts, unreadable answers and errors of the service count as failures;
 * a request that it refuses is a success of the service; a call that was aborted says nothing about it.
 *
 * <p>Probes that never come back would keep resilience4j half-open for ever. Its own remedy,
 * {@code maxWaitDurationInHalfOpenState}, starts a thread for the whole JVM that outlives every client; here the next call
 * opens the breaker again once all probes are out and the last has had its time.
 */
public final class Breaker implements Step {
    private final CircuitBreaker breaker;
    private final long probeNanos;
    private final LongSupplier nanoTime;
    private volatile long lastPermit;

    Breaker(CircuitBreaker breaker, BreakerOptions options, LongSupplier nanoTime) {
        this.breaker = breaker;
        this.probeNanos = options.longestProbe().toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        if (!breaker.tryAcquirePermission()) {
            giveUpHungProbes();
            throw new BreakerOpenException("the service has been failing");
        }
        var began = nanoTime.getAsLong();
        lastPermit = began;
        try {
            var answer = next.apply(call);
            breaker.onSuccess(nanoTime.getAsLong() - began, TimeUnit.NANOSECONDS);
            return answer;
        } catch (Throwable failure) {
            record(failure, nanoTime.getAsLong() - began);
            throw failure;
        }
    }

    private void record(Throwable failure, long nanos) {
        var reason = failure instanceof DiscountsException known ? known.reason() : Reason.REMOTE_FAILED;
        switch (reason) {
            case REJECTED -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            case ABORTED, BULKHEAD_FULL, BREAKER_OPEN -> breaker.releasePermission();
            default -> breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
    }

    private void giveUpHungProbes() {
        if (breaker.getState() == State.HALF_OPEN && nanoTime.getAsLong() - lastPermit > probeNanos) {
            try {
                breaker.transitionToOpenState();
            } catch (IllegalStateTransitionException another) {
                // Another thread was first, or a probe has come back after all.
                return;
            }
        }
    }
}
