package io.discounts.service.edge;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How long a request has waited for a thread to be run, before anything of ours could see it. Virtual threads have no bound, so
 * what is asked for beyond what the processors can do waits in their scheduler's queue, and nowhere else.
 */
final class ProcessorWait {
    private static final ScopedValue<Duration> WAITED = ScopedValue.newInstance();

    private ProcessorWait() {}

    /** The same threads, whose tasks know how long they have waited. */
    static Executor notedBy(Executor threads) {
        return task -> {
            var handedOver = System.nanoTime();
            threads.execute(() -> ScopedValue.where(WAITED, Duration.ofNanos(System.nanoTime() - handedOver))
                    .run(task));
        };
    }

    /** Of the task that is being run; zero where nobody has noted it. */
    static Duration current() {
        return WAITED.orElse(Duration.ZERO);
    }
}
