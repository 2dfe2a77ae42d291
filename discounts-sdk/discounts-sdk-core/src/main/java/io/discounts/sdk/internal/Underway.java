package io.discounts.sdk.internal;

import io.discounts.sdk.Answer;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.DiscountsUnavailableException;
import io.discounts.sdk.LocalFailedException;
import io.discounts.sdk.Path;
import io.discounts.sdk.Priority;
import io.discounts.sdk.Reason;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.Source;
import io.discounts.sdk.rollout.Route;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** A call that asks its sides, and what came of it. For one thread at a time. */
final class Underway<A> {
    private final Asked<A> asked;
    private final Priority priority;
    private final Sides sides;
    private final Ticking time;
    private final Budget budget;
    private final Cancellation cancellation;
    private final long began;
    private @Nullable Duration remoteTook;
    private @Nullable Duration localTook;
    private @Nullable DiscountsException remoteFailure;

    Underway(Asked<A> asked, Priority priority, Sides sides, Ticking time, Budget budget, Cancellation cancellation) {
        this.asked = asked;
        this.priority = priority;
        this.sides = sides;
        this.time = time;
        this.budget = budget;
        this.cancellation = cancellation;
        this.began = time.now();
    }

    Asked<A> asked() {
        return asked;
    }

    Answer<A> answer(Course course, Route route) {
        return switch (course) {
            case LOCAL -> new Answer<>(local(), Source.LOCAL, route.reason(), route.stage(), null);
            case REMOTE -> remote(budget.whole(), route);
            case REMOTE_ELSE_LOCAL -> remoteElseLocal(route);
        };
    }

    /** What observers are told, once it is over. */
    AnsweredCall answered(Route route, @Nullable Source source) {
        return new AnsweredCall(
                asked.operation(), route, asked.key(), source, took(), remoteTook, localTook, remoteFailure);
    }

    Duration took() {
        return time.since(began);
    }

    /** What the side that answered took for it. */
    Duration sideTook(Path path) {
        var took = path == Path.REMOTE ? remoteTook : localTook;
        return took == null ? took() : took;
    }

    private Answer<A> remoteElseLocal(Route route) {
        try {
            return remote(budget.remote(), route);
        } catch (DiscountsException failure) {
            if (cancellation.isCancelled()) {
                throw failure;
            }
            return insteadOf(failure, route);
        }
    }

    private Answer<A> insteadOf(DiscountsException failure, Route route) {
        try {
            return new Answer<>(local(), Source.LOCAL, failure.reason(), route.stage(), failure);
        } catch (LocalFailedException alsoFailed) {
            throw new DiscountsUnavailableException(failure, alsoFailed);
        }
    }

    private Answer<A> remote(Deadline deadline, Route route) {
        var asking = time.now();
        try {
            var answer = asked.of().apply(sides.remote().caller(), new BackendCall(priority, deadline, cancellation));
            return new Answer<>(answer, Asked.source(answer), route.reason(), route.stage(), null);
        } catch (DiscountsException failure) {
            remoteFailure = failure;
            throw failure;
        } catch (Throwable unforeseen) {
            // Even an Error, such as a class that is missing: the caller has had none of them before.
            remoteFailure = new RemoteFailedException("the way to the service is broken", unforeseen);
            throw remoteFailure;
        } finally {
            remoteTook = wasAsked() ? time.since(asking) : null;
        }
    }

    private boolean wasAsked() {
        var failure = remoteFailure;
        return failure == null
                || !(failure.reason() == Reason.BREAKER_OPEN || failure.reason() == Reason.BULKHEAD_FULL);
    }

    private A local() {
        var local = sides.local();
        if (local == null) {
            throw new LocalFailedException("there is no local search to ask", null);
        }
        var asking = time.now();
        try {
            return answered(asked.of().apply(local, new BackendCall(priority, budget.whole(), cancellation)));
        } catch (Exception failure) {
            throw new LocalFailedException("the local search failed", failure);
        } finally {
            localTook = time.since(asking);
        }
    }

    private A answered(@Nullable A answer) {
        if (answer == null) {
            throw new NullPointerException("the local search answered null");
        }
        return asked.takenLocally(answer);
    }
}
