package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.coordinator.Scheduler;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One life of the KCL's Scheduler. */
final class KclReader implements StreamReader {
    private static final Logger log = LoggerFactory.getLogger(KclReader.class);

    private static final Duration NUDGE = Duration.ofMillis(100);

    private final Scheduler scheduler;
    private final StopSignal stop;
    private final ReaderState state;
    private final Watchdog watchdog;
    private volatile @Nullable Thread runner;

    /**
     * @param stop what the scheduler's record processors wait for
     * @param state what the scheduler tells its state
     * @param watchdog notices when the scheduler is stuck
     */
    KclReader(Scheduler scheduler, StopSignal stop, ReaderState state, Watchdog watchdog) {
        this.scheduler = scheduler;
        this.stop = stop;
        this.state = state;
        this.watchdog = watchdog;
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        try {
            if (!stop.raised()) {
                Thread.ofPlatform().daemon().name("kinesis-watchdog").start(this::watch);
                scheduler.run();
            }
        } finally {
            stop.raise();
            cleanUp();
            state.end();
        }
    }

    /** A stuck Scheduler is not asked to finish anything: whoever reads next begins behind the last checkpoint. */
    private void watch() {
        while (!stop.raisedWithin(watchdog.interval())) {
            if (watchdog.isStuck()) {
                stop.raise();
                abandon();
            }
        }
    }

    /** The KCL notifies a processor only between batches, so those that wait for the database are told first. */
    @Override
    public void stop(Duration grace) {
        stop.raise();
        try {
            interruptInitialization(grace);
            if (state.reading()) {
                drain(grace);
            } else {
                abandon();
            }
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
        }
    }

    /** It has many calls to make and asks nobody whether to go on; each interrupt ends no more than one of them. */
    private void interruptInitialization(Duration grace) throws InterruptedException {
        var nudges = grace.dividedBy(NUDGE);
        for (long i = 0; i < nudges && !state.settledWithin(NUDGE); i++) {
            var thread = runner;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void drain(Duration grace) throws InterruptedException {
        try {
            if (!scheduler.startGracefulShutdown().get(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                log.atWarn().log("Streams let go before every shard had been heard");
            }
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn().setCause(e).log("Streams not let go within the grace; letting go without checkpoints");
            abandon();
        }
    }

    /** The KCL's own way of ending at once waits for much, an initialization under way included; we do not. */
    private void abandon() {
        if (!state.ended()) {
            Thread.ofVirtual().name("kinesis-abandon").start(scheduler::shutdown);
        }
    }

    /** An error that ends the Scheduler's loop leaves its leases held and its threads alive. */
    private void cleanUp() {
        if (!scheduler.shutdownComplete()) {
            scheduler.shutdown();
            scheduler.executorService().shutdownNow();
        }
        resign();
    }

    /**
     * One that fails to initialize goes on renewing its leadership for ever; nobody else may hand out leases then, nor look
     * for shards that have none.
     */
    private void resign() {
        var leadership = scheduler.leaderDecider(); // which is there once its initialization has come so far
        if (leadership != null) {
            leadership.shutdown();
        }
    }
}
