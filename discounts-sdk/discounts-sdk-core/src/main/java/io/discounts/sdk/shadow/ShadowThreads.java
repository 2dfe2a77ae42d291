package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The shadow's threads: some for the calls, with a bounded queue, and as many for what is asked again later. */
final class ShadowThreads implements Later, AutoCloseable {
    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor calls;
    private final ScheduledThreadPoolExecutor later;

    /**
     * Without a thread until there is something to do.
     *
     * @param threads for either
     * @param rejected told, on the caller's thread, of a task that finds no room
     */
    ShadowThreads(int threads, int queue, RejectedExecutionHandler rejected) {
        calls = new Calls(threads, queue, rejected);
        later = new Rechecking(threads);
        later.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        later.allowCoreThreadTimeOut(true);
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void execute(Runnable call) {
        calls.execute(call);
    }

    @Override
    public void run(Runnable task, Duration delay) {
        var unused = later.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    int queued() {
        return calls.getQueue().size();
    }

    /** Takes away what waits: the calls, and what was to be asked again. */
    List<Runnable> drain() {
        var waiting = new ArrayList<Runnable>();
        calls.getQueue().drainTo(waiting);
        later.getQueue().clear();
        return waiting;
    }

    @Override
    public void close() {
        calls.shutdownNow();
        later.shutdownNow();
    }

    private static final class Calls extends ThreadPoolExecutor {
        Calls(int threads, int queue, RejectedExecutionHandler rejected) {
            super(
                    threads,
                    threads,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(queue),
                    new RenewedThreads("discounts-shadow"),
                    rejected);
            allowCoreThreadTimeOut(true);
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable failure) {
            RenewedThreads.endIfSpent();
        }
    }

    private static final class Rechecking extends ScheduledThreadPoolExecutor {
        Rechecking(int threads) {
            super(threads, new RenewedThreads("discounts-recheck"), new DiscardPolicy());
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable failure) {
            RenewedThreads.endIfSpent();
        }
    }
}
