package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Held;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Who holds an exclusive discount as the customers see it: from the answer that says so until they ask for the hold's end, or
 * its time is over. Safe for use by any thread.
 */
final class Holders {
    private record Holder(String redemption, Instant until) {}

    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final Queue<String> overlaps = new ConcurrentLinkedQueue<>();
    private final Clock clock;

    Holders(Clock clock) {
        this.clock = clock;
    }

    /** A hold has been granted, unless the answer comes so late that it is over. */
    void begin(String discountId, Held hold) {
        if (!clock.instant().isBefore(hold.expiresAt())) {
            return;
        }
        var holder = new Holder(hold.redemptionId(), hold.expiresAt());
        var before = holders.put(discountId, holder);
        if (before != null && clock.instant().isBefore(before.until())) {
            overlaps.add("%s was given to %s while %s had it"
                    .formatted(discountId, hold.redemptionId(), before.redemption()));
        }
    }

    /** A hold is about to be confirmed or given back. */
    void end(String discountId, Held hold) {
        holders.remove(discountId, new Holder(hold.redemptionId(), hold.expiresAt()));
    }

    /** What was given to two at a time; empty if nothing was. */
    List<String> overlaps() {
        return List.copyOf(overlaps);
    }
}
