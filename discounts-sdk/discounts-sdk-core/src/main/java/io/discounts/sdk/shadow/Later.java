package io.discounts.sdk.shadow;

import java.time.Duration;

/** Runs a task after a while, or never once it is closed. */
@FunctionalInterface
interface Later {
    void run(Runnable task, Duration delay);
}
