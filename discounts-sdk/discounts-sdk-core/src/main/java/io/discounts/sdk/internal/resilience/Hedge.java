package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks a second time while the first still waits, and takes the first answer; the other attempt is aborted. After Dean and
 * Barroso, "The Tail at Scale" (2013). Second attempts are paid from the budget of retries. The first attempt stays on the
 * caller's thread, the second runs on one of a few threads of this step's own; if none is free in time, there is no second.
 */
public final class Hedge implements Step, AutoCloseable {
    private final Duration delay;
    private final RetryBudget budget;
    private final ScheduledThreadPoolExecutor threads;

    /**
     * For reads only.
     *
     * @param delay after which a second attempt is made
     */
    public Hedge(Duration delay, RetryBudget budget, int threads) {
        this.delay = delay;
        this.budget = budget;
        this.threads = new ScheduledThreadPoolExecutor(threads, DaemonThreads.named("discounts-hedge"));
        this.threads.setRemoveOnCancelPolicy(true);
        this.threads.setKeepAliveTime(30, TimeUnit.SECONDS);
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        var race = new Race<>(call, next);
        try {
            var second = threads.schedule(race::runSecond, delay.toNanos(), TimeUnit.NANOSECONDS);
            try {
                return race.runFirst();
            } finally {
                second.cancel(false);
            }
        } catch (RejectedExecutionException closed) {
            throw new CallAbortedException("the client is closed", closed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Two attempts at one call, each of which can be aborted alone. */
    private final class Race<A> {
        private final BackendCall call;
        private final Function<BackendCall, A> next;
        private final Cancellation first;
        private final Cancellation second;
        private final CompletableFuture<A> rival = new CompletableFuture<>();
        private boolean decided;
        private boolean secondRuns;

        Race(BackendCall call, Function<BackendCall, A> next) {
            this.call = call;
            this.next = next;
            this.first = call.cancellation().child();
            this.second = call.cancellation().child();
        }

        A runFirst() {
            try {
                var answer = next.apply(call.with(first));
                decide();
                second.cancel();
                return answer;
            } catch (DiscountsException failure) {
                if (!decide()) {
                    throw failure;
                }
                return ofSecond(failure);
            }
        }

        /** Of the second attempt, as long as there is time; why the first failed, if it fails as well. */
        private A ofSecond(DiscountsException firstFailure) {
            try {
                return rival.get(call.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException alsoFailed) {
                firstFailure.addSuppressed(alsoFailed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            second.cancel();
            throw firstFailure;
        }

        void runSecond() {
            if (!mayRunSecond()) {
                return;
            }
            try {
                rival.complete(next.apply(call.with(second)));
                first.cancel();
            } catch (Throwable failure) {
                rival.completeExceptionally(failure);
            }
        }

        private synchronized boolean mayRunSecond() {
            secondRuns = !decided && !second.isCancelled() && budget.spend();
            return secondRuns;
        }

        /** Whether the second attempt has begun; from here on it will not begin. */
        private synchronized boolean decide() {
            decided = true;
            return secondRuns;
        }
    }
}
