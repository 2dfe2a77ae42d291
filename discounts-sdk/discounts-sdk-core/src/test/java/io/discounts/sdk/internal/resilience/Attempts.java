package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Priority;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What stands behind a step in these tests: does what it is told and counts how often it is asked. */
final class Attempts {
    private final AtomicInteger count = new AtomicInteger();
    private Supplier<String> outcome = () -> "answer";

    static BackendCall call() {
        return call(Priority.BROWSE);
    }

    static BackendCall call(Priority priority) {
        return new BackendCall(priority, Deadline.after(Duration.ofMinutes(1), System::nanoTime));
    }

    Attempts answering() {
        outcome = () -> "answer";
        return this;
    }

    Attempts failing(Supplier<? extends RuntimeException> failure) {
        outcome = () -> {
            throw failure.get();
        };
        return this;
    }

    int count() {
        return count.get();
    }

    String ask(BackendCall call) {
        count.incrementAndGet();
        return outcome.get();
    }

    /** Asks through the step. */
    String through(Step step) {
        return through(step, call());
    }

    String through(Step step, BackendCall call) {
        return step.call(Operation.SEARCH, call, this::ask);
    }

    /** Asks through the step and lets it fail or not. */
    void triedThrough(Step step) {
        try {
            through(step);
        } catch (RuntimeException expected) {
            // The test looks at what comes of it.
            return;
        }
    }
}
