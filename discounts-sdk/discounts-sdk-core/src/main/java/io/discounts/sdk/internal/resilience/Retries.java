package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.RemoteFailedException;

import javax.net.ssl.SSLException;
import java.util.function.Function;

/**
 * Asks once more where that may help: the service could not be reached, broke off, or a proxy answered 502 or 504 in its place;
 * something is left of the deadline, and of the budget. Never after a 503 or a 429: that is a service that sheds load, and
 * asking again is the load (Google's <i>Site Reliability Engineering</i>, chapter 21, "Handling Overload"). At once, for a pause
 * would cost the caller more than the service. Writes are repeated with the idempotency key they have.
 */
public final class Retries implements Step {
    private final RetryBudget budget;

    public Retries(RetryBudget budget) {
        this.budget = budget;
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        budget.earn();
        try {
            return next.apply(call);
        } catch (RemoteFailedException failure) {
            if (!isWorthIt(failure, call) || !budget.spend()) {
                throw failure;
            }
            return again(call, next, failure);
        }
    }

    private static <A> A again(BackendCall call, Function<BackendCall, A> next, RemoteFailedException first) {
        try {
            return next.apply(call);
        } catch (DiscountsException second) {
            second.addSuppressed(first);
            throw second;
        }
    }

    private static boolean isWorthIt(RemoteFailedException failure, BackendCall call) {
        return isPassing(failure)
                && !call.deadline().hasPassed()
                && !call.cancellation().isCancelled()
                && !Thread.currentThread().isInterrupted();
    }

    private static boolean isPassing(RemoteFailedException failure) {
        if (failure.retryAfter().isPresent() || failure.getCause() instanceof SSLException) {
            return false;
        }
        return switch (failure.status().orElse(0)) {
            case 0, 502, 504 -> true;
            default -> false;
        };
    }
}
