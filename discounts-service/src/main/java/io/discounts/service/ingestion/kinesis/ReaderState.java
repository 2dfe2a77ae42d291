package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.coordinator.WorkerStateChangeListener;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the Scheduler has got past its initialization, during which it cannot be shut down. */
final class ReaderState implements WorkerStateChangeListener {
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean started;

    @Override
    public void onWorkerStateChange(WorkerState state) {
        if (state == WorkerState.STARTED) {
            started = true;
            settled.countDown();
        }
    }

    boolean started() {
        return started;
    }

    void ended() {
        started = false;
        settled.countDown();
    }

    /** Waits until it has started or ended, and tells whether it has started. */
    boolean startedWithin(Duration patience) throws InterruptedException {
        return settled.await(patience.toNanos(), TimeUnit.NANOSECONDS) && started;
    }
}
