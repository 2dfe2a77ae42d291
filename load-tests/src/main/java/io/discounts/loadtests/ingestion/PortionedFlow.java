package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.LoadedStreams;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Puts changes on their streams from a thread of its own, in portions that are released one by one: so something is
 * under way at each disaster, however long the one before took.
 */
final class PortionedFlow implements AutoCloseable {
    private static final int PUT = 250;

    private final LoadedStreams streams;
    private final ChangeEvents events;
    private final List<Change> changes;
    private final int portions;
    private final Semaphore released = new Semaphore(0);
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;

    PortionedFlow(LoadedStreams streams, ChangeEvents events, List<Change> changes, int portions) {
        this.streams = streams;
        this.events = events;
        this.changes = changes;
        this.portions = portions;
        this.thread = Thread.ofVirtual().name("flow").start(this::flow);
    }

    void release() {
        released.release();
    }

    /** Until everything is on its stream. */
    void await() {
        done.join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void flow() {
        try {
            for (int portion = 0; portion < portions; portion++) {
                released.acquire();
                put(changes.subList(begin(portion), begin(portion + 1)));
            }
            done.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private int begin(int portion) {
        return (int) ((long) changes.size() * portion / portions);
    }

    private void put(List<Change> portion) {
        for (int i = 0; i < portion.size(); i += PUT) {
            streams.put(portion.subList(i, Math.min(i + PUT, portion.size())).stream()
                    .map(events::event)
                    .toList());
        }
    }
}
