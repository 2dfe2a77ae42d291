package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BreakerOptions;
import io.discounts.sdk.internal.BreakerChange;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Makes breakers, with every value set. */
public final class Breakers {
    /** How far a wait is stretched or shortened at random, so that many hosts do not probe in step. */
    private static final double JITTER = 0.2;

    private final BreakerOptions options;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final DoubleSupplier random;
    private final Consumer<BreakerChange> listener;

    /**
     * Breakers of one client.
     *
     * @param clock for the moments of changes only
     * @param random 0 to 1, exclusive
     */
    public Breakers(
            BreakerOptions options,
            Clock clock,
            LongSupplier nanoTime,
            DoubleSupplier random,
            Consumer<BreakerChange> listener) {
        this.options = options;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
        this.listener = listener;
    }

    /** A closed one; each call makes another. */
    public Breaker named(String name) {
        var breaker = CircuitBreaker.of(name, config());
        breaker.getEventPublisher().onStateTransition(event -> {
            var change = event.getStateTransition();
            listener.accept(new BreakerChange(
                    name, change.getFromState().name(), change.getToState().name(), clock.instant()));
        });
        return new Breaker(breaker, options, nanoTime);
    }

    private CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindow(options.window(), options.minimumCalls(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(options.failurePercent())
                // Slow is what the deadline cuts off, and that is a failure already.
                .slowCallRateThreshold(100)
                .slowCallDurationThreshold(Duration.ofDays(1))
                .permittedNumberOfCallsInHalfOpenState(options.probes())
                .waitIntervalFunctionInOpenState(attempt -> waitMillis())
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                // See Breaker: it would start a thread that outlives the client.
                .maxWaitDurationInHalfOpenState(Duration.ZERO)
                .recordException(failure -> true)
                .ignoreException(failure -> false)
                .writableStackTraceEnabled(false)
                .currentTimestampFunction(unused -> nanoTime.getAsLong(), TimeUnit.NANOSECONDS)
                .clock(new SteadyClock(nanoTime))
                .build();
    }

    private long waitMillis() {
        return Math.round(options.openFor().toMillis() * (1 - JITTER + 2 * JITTER * random.getAsDouble()));
    }

    /** The clock that never jumps, as resilience4j wants to be told it. */
    private static final class SteadyClock extends Clock {
        private final LongSupplier nanoTime;

        /** Nanoseconds may overflow; what has passed since does not. */
        private final long origin;

        SteadyClock(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            this.origin = nanoTime.getAsLong();
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - origin);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
