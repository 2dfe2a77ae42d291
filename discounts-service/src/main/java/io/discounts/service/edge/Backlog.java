package io.discounts.service.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a queue that stands from one that a pause has left and that is soon gone, by how long requests have waited in it. Only
 * where it stands is anybody turned away: Controlled Delay, as Maurer, Fail at Scale (ACM Queue, 2015), has it after Nichols and
 * Jacobson (2012).
 *
 * <p>Safe for use by any thread; of two at one instant one may be overlooked.
 */
final class Backlog {
    /**
     * So long nobody need have begun at once: garbage is collected, or a neighbour has the processors. What a pause leaves takes as
     * long again as the share taken is to the share free: four pauses where four fifths are taken. No longer than a checkout may
     * wait, for whoever is asked many times too much begins to turn away only then.
     */
    private static final Duration BURST = Duration.ofMillis(500);

    /** Whatever stood before is gone. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private static final int AT_ONCE = 4;

    private final Duration bound;
    private final LongSupplier nanoTime;
    private volatile long seenAt;
    private volatile long calmAt;

    /** @param bound of what browsing may wait while a queue stands; a quarter of it counts as no wait */
    Backlog(Duration bound, LongSupplier nanoTime) {
        this.bound = bound;
        this.nanoTime = nanoTime;
        this.seenAt = nanoTime.getAsLong();
        this.calmAt = seenAt;
    }

    /** Whether a request has waited longer than one like it should; to be told of each, in the order in which they begin. */
    boolean isTooLongFor(Priority priority, Duration waited) {
        var now = nanoTime.getAsLong();
        if (isCalm(now, waited.toNanos())) {
            calmAt = now;
        }
        seenAt = now;
        return now - calmAt > BURST.toNanos() && waited.compareTo(priority.waitOf(bound)) > 0;
    }

    private boolean isCalm(long now, long waited) {
        return waited <= bound.toNanos() / AT_ONCE || hasPaused(now - seenAt, waited);
    }

    /** Where nothing has begun while it waited there was no queue before it, unless one stood before the pause already. */
    private boolean hasPaused(long since, long waited) {
        return since >= waited && (seenAt - calmAt <= BURST.toNanos() || since > IDLE.toNanos());
    }
}
