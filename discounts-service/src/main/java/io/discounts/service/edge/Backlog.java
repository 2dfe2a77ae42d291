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
     * long again as the share taken is to the share free: four pauses where four fifths are taken.
     */
    private static final Duration BURST = Duration.ofMillis(500);

    /** The same where somebody has been turned away of late: what is too much comes in bursts as well, each as long as it may be. */
    private static final Duration NEXT_BURST = Duration.ofMillis(250);

    private static final Duration OF_LATE = Duration.ofSeconds(2);

    /** Whatever stood before is gone. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private static final int AT_ONCE = 4;

    private final Duration bound;
    private final LongSupplier nanoTime;
    private volatile long seenAt;
    private volatile long calmAt;
    private volatile long turnedAwayAt;

    /** @param bound of what browsing may wait while a queue stands; a quarter of it counts as no wait */
    Backlog(Duration bound, LongSupplier nanoTime) {
        this.bound = bound;
        this.nanoTime = nanoTime;
        this.seenAt = nanoTime.getAsLong();
        this.calmAt = seenAt;
        this.turnedAwayAt = seenAt - OF_LATE.toNanos();
    }

    /** Whether a request has waited longer than one like it should; to be told of each, in the order in which they begin. */
    boolean isTooLongFor(Priority priority, Duration waited) {
        var now = nanoTime.getAsLong();
        if (isCalm(now, waited.toNanos())) {
            calmAt = now;
        }
        seenAt = now;
        var isTooLong = now - calmAt > burst(now) && waited.compareTo(priority.waitOf(bound)) > 0;
        if (isTooLong) {
            turnedAwayAt = now;
        }
        return isTooLong;
    }

    private boolean isCalm(long now, long waited) {
        return waited <= bound.toNanos() / AT_ONCE || hasPaused(now, waited);
    }

    /** Where nothing has begun while it waited there was no queue before it, unless one stood before the pause already. */
    private boolean hasPaused(long now, long waited) {
        var since = now - seenAt;
        return since >= waited && (seenAt - calmAt <= burst(now) || since > IDLE.toNanos());
    }

    private long burst(long now) {
        return (now - turnedAwayAt < OF_LATE.toNanos() ? NEXT_BURST : BURST).toNanos();
    }
}
