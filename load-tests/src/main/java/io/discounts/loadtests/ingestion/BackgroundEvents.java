package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.data.Revisions;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.service.devservers.RunningServers;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Changes of discounts that flow at an even rate while something else is measured, until it is closed. */
public final class BackgroundEvents implements AutoCloseable {
    /** As seldom as a producer that buffers: the local Kinesis takes 5 ms of the same cores for each call. */
    private static final int TICKS = 2;

    private static final long MILLIS_BETWEEN = 1_000 / TICKS;

    private final LoadedStreams streams;
    private final Revisions revisions;
    private final int perTick;
    private final AtomicLong put = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> flow;

    private BackgroundEvents(LoadedStreams streams, Revisions revisions, int perTick) {
        this.streams = streams;
        this.revisions = revisions;
        this.perTick = perTick;
        this.flow = timer.scheduleAtFixedRate(this::putNext, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins at once, from a thread of its own.
     *
     * @param perSecond at least 2, and what is over a multiple of 2 is left out
     */
    public static BackgroundEvents start(RunningServers servers, Revisions revisions, int perSecond) {
        return new BackgroundEvents(LoadedStreams.of(servers), revisions, perSecond / TICKS);
    }

    /**
     * How many have been put on their streams.
     *
     * @throws IllegalStateException if they have stopped to flow
     */
    public long soFar() {
        if (flow.state() == Future.State.FAILED) {
            throw new IllegalStateException("The events have stopped to flow", flow.exceptionNow());
        }
        return put.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        streams.close();
    }

    private void putNext() {
        var events = revisions.next(perTick);
        streams.put(events);
        put.addAndGet(events.size());
    }
}
