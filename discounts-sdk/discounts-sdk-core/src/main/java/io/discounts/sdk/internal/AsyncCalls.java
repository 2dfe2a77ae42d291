package io.discounts.sdk.internal;

import io.discounts.sdk.BulkheadFullException;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.ConcurrencyOptions;
import io.discounts.sdk.internal.resilience.DaemonThreads;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Runs calls on threads of its own, so many and no more. A future that is over, by whomever, aborts its call. */
final class AsyncCalls implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final UnaryOperator<Runnable> wrap;
    /** What gives up each call that is under way. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    AsyncCalls(ConcurrencyOptions options, UnaryOperator<Runnable> wrap) {
        this.threads = new ThreadPoolExecutor(
                options.asyncThreads(),
                options.asyncThreads(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(options.asyncQueue()),
                DaemonThreads.named("discounts-call"));
        this.threads.allowCoreThreadTimeOut(true);
        this.wrap = wrap;
    }

    /**
     * Runs a call.
     *
     * @param cancellation of the call
     */
    <A> CompletableFuture<A> run(Supplier<A> call, Cancellation cancellation) {
        var future = new CompletableFuture<A>();
        Runnable giveUp = () -> future.completeExceptionally(new CallAbortedException("the client was closed", null));
        open.add(giveUp);
        var unused = future.whenComplete((answer, failure) -> {
            open.remove(giveUp);
            cancellation.cancel();
        });
        try {
            threads.execute(wrap.apply(() -> complete(future, call)));
        } catch (RejectedExecutionException full) {
            future.completeExceptionally(
                    threads.isShutdown()
                            ? new CallAbortedException("the client is closed", full)
                            : new BulkheadFullException("as many asynchronous calls wait as are allowed"));
        }
        return future;
    }

    private static <A> void complete(CompletableFuture<A> future, Supplier<A> call) {
        if (future.isDone()) {
            return;
        }
        try {
            future.complete(call.get());
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        open.forEach(Runnable::run);
    }
}
