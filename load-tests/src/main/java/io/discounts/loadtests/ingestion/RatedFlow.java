package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.LoadedStreams;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Puts changes on their streams in order, so many a second, from a thread of its own; it can be halted and let go on. */
final class RatedFlow implements AutoCloseable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LoadedStreams streams;
    private final ChangeEvents events;
    private final List<Change> changes;
    private final Pace pace;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;
    private boolean halted;
    private int put;

    RatedFlow(LoadedStreams streams, ChangeEvents events, List<Change> changes, Pace pace) {
        this.streams = streams;
        this.events = events;
        this.changes = changes;
        this.pace = pace;
        this.thread = Thread.ofPlatform().daemon().name("flow").start(this::flow);
    }

    /** Stops putting, once what is being put is taken, and tells what has been put so far. */
    synchronized List<Change> halt() {
        halted = true;
        return soFar();
    }

    synchronized void goOn() {
        halted = false;
    }

    synchronized List<Change> soFar() {
        return changes.subList(0, put);
    }

    boolean isDone() {
        return done.isDone();
    }

    /** Until everything is on its stream. */
    void await() {
        goOn();
        done.join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void flow() {
        try {
            var next = System.nanoTime();
            while (putNext()) {
                // What a slow call delays is put right behind it, a second's worth at most.
                next = Math.max(next + SECOND / pace.ticks(), System.nanoTime() - SECOND);
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
            done.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** False once there is nothing left. */
    private synchronized boolean putNext() {
        if (!halted) {
            var until = Math.min(put + pace.each(), changes.size());
            streams.put(changes.subList(put, until).stream().map(events::event).toList());
            put = until;
        }
        return put < changes.size();
    }
}
