package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.coordinator.WorkerStateChangeListener;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the Scheduler has got past its initialization, during which it cannot be shut down. */
final class ReaderState implements WorkerStateChangeListener {
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean ended;

    @Override
    public void onWorkerStateChange(WorkerState state) {
        if (state == WorkerState.STARTED) {
            started = true;
            settled.countDown();
        }
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
        settled.countDown();
    }

    /** Whether it has started and not ended yet. */
    boolean reading() {
        return started && !ended;
    }

    /** Waits until it has started or ended. */
    boolean settledWithin(Duration patience) throws InterruptedException {
        return settled.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
