package io.discounts.service.outbox.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the relay rest, and tells it when to get up. Thread-safe. */
final class AlarmClock {
    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** There is work: ends the present rest, or the next one, but no pause. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Ends rests and pauses for good. */
    void stop() {
        stopped.countDown();
        ring();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Until it rings, for so long at most. */
    void rest(Duration most) throws InterruptedException {
        rest(most, Duration.ZERO);
    }

    /** Until it rings, for so long at most, and then a while longer: what rings meanwhile needs no getting up of its own. */
    void rest(Duration most, Duration gathering) throws InterruptedException {
        if (!isStopped() && rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            pause(gathering);
            rung.drainPermits();
        }
    }

    /** For so long, work or not. */
    void pause(Duration exactly) throws InterruptedException {
        var unused = stopped.await(exactly.toMillis(), TimeUnit.MILLISECONDS);
    }
}
