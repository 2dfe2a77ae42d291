package io.discounts.loadtests.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients who do the same thing at the same time, each one after the other. */
public record Crowd(int clients) {
    /** What is done once; any exception ends the run. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make(int number) throws Exception;
    }

    /**
     * Makes so many attempts; a client that is done with one takes the next.
     *
     * @return what came of each, in no order
     * @throws IllegalStateException if one of them failed
     */
    public <T> List<T> make(int attempts, Attempt<T> attempt) throws InterruptedException {
        var next = new AtomicInteger();
        var results = Collections.synchronizedList(new ArrayList<T>());
        each(client -> {
            for (int i = next.getAndIncrement(); i < attempts; i = next.getAndIncrement()) {
                results.add(attempt.make(i));
            }
        });
        return results;
    }

    /** What a client does, from the first to the last. */
    @FunctionalInterface
    public interface Task {
        void run(int client) throws Exception;
    }

    /**
     * Waits until all clients are done.
     *
     * @throws IllegalStateException if one of them failed
     */
    public void each(Task task) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                var client = i;
                running.add(executor.submit(() -> {
                    task.run(client);
                    return client;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed.getCause());
        }
    }
}
