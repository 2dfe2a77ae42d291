package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the providers' streams for as long as the application runs. It starts on a thread of its own and tries again
 * for ever, so that neither Kinesis nor the lease table has to be there for the service to start and to answer from
 * what it has. It stops before the data source closes.
 */
final class KinesisIngestion implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KinesisIngestion.class);

    private static final Duration AFTER_THE_GRACE = Duration.ofSeconds(1);

    private final Supplier<Optional<StreamReader>> readers;
    private final RetryDelays delays;
    private final Duration grace;
    private @Nullable Thread thread;
    private @Nullable StreamReader reader;
    private StopSignal stop = new StopSignal();

    /**
     * @param readers makes the reader of each attempt; empty if there is nothing to read yet
     * @param delays between two attempts
     * @param grace how long a stop may take
     */
    KinesisIngestion(Supplier<Optional<StreamReader>> readers, RetryDelays delays, Duration grace) {
        this.readers = readers;
        this.delays = delays;
        this.grace = grace;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            var signal = new StopSignal();
            stop = signal;
            thread = Thread.ofPlatform().daemon().name("kinesis-ingestion").start(() -> readUntil(signal));
        }
    }

    @Override
    public void stop() {
        var stopped = raise();
        if (stopped == null) {
            return;
        }
        try {
            current().ifPresent(each -> each.stop(grace));
            if (!stopped.join(AFTER_THE_GRACE)) {
                log.atWarn().log("The streams' reader is still at work; leaving it behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void readUntil(StopSignal signal) {
        var tries = 0;
        do {
            tries++;
            readOnce(signal);
        } while (!signal.raisedWithin(delays.after(tries)));
    }

    private void readOnce(StopSignal signal) {
        try {
            readers.get().filter(next -> begun(next, signal)).ifPresent(StreamReader::run);
        } catch (Throwable e) {
            log.atError().setCause(e).log("Reading the streams failed; will begin again");
        }
    }

    /** Either the stop finds this reader, or the reader does not begin. */
    private synchronized boolean begun(StreamReader next, StopSignal signal) {
        if (signal.raised()) {
            return false;
        }
        reader = next;
        return true;
    }

    private synchronized @Nullable Thread raise() {
        stop.raise();
        var stopped = thread;
        thread = null;
        return stopped;
    }

    private synchronized Optional<StreamReader> current() {
        return Optional.ofNullable(reader);
    }
}
