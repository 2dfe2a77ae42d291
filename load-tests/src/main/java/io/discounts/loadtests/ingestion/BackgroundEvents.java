package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.service.devservers.RunningServers;

import java.time.Clock;

/** Changes of discounts that flow at an even rate while something else is measured. */
public final class BackgroundEvents implements AutoCloseable {
    private static final int SUBJECTS = 5_000;

    private final LoadedStreams streams;
    private final RatedFlow flow;

    private BackgroundEvents(LoadedStreams streams, RatedFlow flow) {
        this.streams = streams;
        this.flow = flow;
    }

    /**
     * Begins at once, from a thread of its own.
     *
     * @param perSecond at least 20
     * @param seconds after which nothing more comes
     */
    public static BackgroundEvents start(RunningServers servers, int perSecond, int seconds, long seed) {
        var streams = LoadedStreams.of(servers);
        var changes = ChangeSequence.rising(perSecond * seconds, SUBJECTS, seed);
        return new BackgroundEvents(
                streams, new RatedFlow(streams, new ChangeEvents(Clock.systemUTC()), changes, Pace.steady(perSecond)));
    }

    /** How many have been put on their streams. */
    public int soFar() {
        return flow.soFar().size();
    }

    @Override
    public void close() {
        flow.close();
        streams.close();
    }
}
