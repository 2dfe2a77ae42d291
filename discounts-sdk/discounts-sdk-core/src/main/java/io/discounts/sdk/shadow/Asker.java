package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Priority;
import io.discounts.sdk.internal.Ticking;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks sides and survives whatever they throw. Safe for use by many threads. */
final class Asker {
    private final Duration deadline;
    private final Ticking time;
    private final Runnable outOfMemory;
    private final Set<Cancellation> underWay = ConcurrentHashMap.newKeySet();

    /**
     * For one shadow.
     *
     * @param outOfMemory called when a side has run out of it
     */
    Asker(Duration deadline, Ticking time, Runnable outOfMemory) {
        this.deadline = deadline;
        this.time = time;
        this.outOfMemory = outOfMemory;
    }

    /** The local search: it is the host's own, and what it leaves on the thread must not meet the next call. */
    <A> Reply<A> control(Question<A> question, DiscountsBackend local) {
        RenewedThreads.renewCurrent();
        return ask("control", question, local);
    }

    <A> Reply<A> candidate(Question<A> question, DiscountsBackend service) {
        return ask("candidate", question, service);
    }

    /** Gives up what is under way. */
    void cancel() {
        underWay.forEach(Cancellation::cancel);
    }

    private <A> Reply<A> ask(String role, Question<A> question, DiscountsBackend side) {
        var cancellation = new Cancellation();
        underWay.add(cancellation);
        var asking = time.now();
        try {
            var answer = question.ask(side, new BackendCall(Priority.SHADOW, time.deadline(deadline), cancellation));
            return answer == null
                    ? new Reply.Silent<>(role + ": null")
                    : new Reply.Told<>(answer, time.since(asking), time.wall().instant());
        } catch (Throwable failure) {
            return new Reply.Silent<>(role + ": " + why(failure));
        } finally {
            underWay.remove(cancellation);
        }
    }

    /** Messages may quote what was asked. */
    private String why(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            outOfMemory.run();
        }
        return failure instanceof DiscountsException known
                ? known.reason().name()
                : failure.getClass().getName();
    }
}
