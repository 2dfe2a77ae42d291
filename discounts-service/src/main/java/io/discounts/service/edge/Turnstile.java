package io.discounts.service.edge;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Lets tasks begin in the order in which they come, and hands only so many to the threads that have not begun yet. A virtual
 * thread that wakes, for MySQL has answered, is queued elsewhere than those that are to begin, and carriers leave no queue before
 * it is empty: while more is asked than can be done it would never be, and each wait for a store would last for seconds
 * (ADR 32).
 *
 * <p>Safe for use by any thread. How many wait is for whoever gives the tasks to bound; of Tomcat's, one for each connection.
 */
final class Turnstile implements Executor {
    private final Executor threads;
    private final Semaphore places;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** @param places of tasks that have been handed over and have not begun */
    Turnstile(Executor threads, int places) {
        this.threads = threads;
        this.places = new Semaphore(places);
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        advance();
    }

    private void advance() {
        while (!waiting.isEmpty() && places.tryAcquire()) {
            var next = waiting.poll();
            if (next == null) {
                places.release();
            } else {
                handOver(next);
            }
        }
    }

    private void handOver(Runnable task) {
        try {
            threads.execute(() -> {
                places.release();
                advance();
                task.run();
            });
        } catch (RuntimeException stopping) {
            places.release();
            throw stopping;
        }
    }
}
