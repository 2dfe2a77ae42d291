package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Priority;
import io.discounts.sdk.RemoteFailedException;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Leaves the service alone for as long as it says in {@code Retry-After}. What a priority is told holds for it and for every
 * lesser one: a service that sheds browsing still answers checkouts.
 */
public final class Pauses implements Step {
    private final Duration longest;
    private final LongSupplier nanoTime;
    private final Map<Priority, AtomicLong> until = new EnumMap<>(Priority.class);

    /**
     * No pause yet.
     *
     * @param longest that is believed; a longer one is cut to it
     */
    public Pauses(Duration longest, LongSupplier nanoTime) {
        this.longest = longest;
        this.nanoTime = nanoTime;
        var now = nanoTime.getAsLong();
        for (var priority : Priority.values()) {
            until.put(priority, new AtomicLong(now));
        }
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        if (ends(call.priority()).get() - nanoTime.getAsLong() > 0) {
            throw new BreakerOpenException("the service has asked to be left alone for a while");
        }
        try {
            return next.apply(call);
        } catch (RemoteFailedException failure) {
            failure.retryAfter().ifPresent(pause -> pause(call.priority(), pause));
            throw failure;
        }
    }

    private void pause(Priority told, Duration pause) {
        var end = nanoTime.getAsLong() + min(pause, longest).toNanos();
        for (var priority : Priority.values()) {
            if (priority.compareTo(told) >= 0) {
                ends(priority).accumulateAndGet(end, (a, b) -> a - b > 0 ? a : b);
            }
        }
    }

    private AtomicLong ends(Priority priority) {
        return Objects.requireNonNull(until.get(priority));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
