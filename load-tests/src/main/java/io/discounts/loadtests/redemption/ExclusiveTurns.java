package io.discounts.loadtests.redemption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has held an exclusive discount, one after the other. A hold tells of its beginning while it has the discount's row and of
 * its end in the transaction that gives it up: so, as the outbox numbers them, no hold may begin before the last one has ended.
 */
final class ExclusiveTurns {
    private final Map<String, String> holders = new HashMap<>();
    private final List<String> overlaps = new ArrayList<>();
    private int turns;

    /** Takes events in the order in which they were written, of exclusive discounts alone. */
    static ExclusiveTurns of(Iterable<RedemptionEvent> events) {
        var turns = new ExclusiveTurns();
        events.forEach(turns::take);
        return turns;
    }

    private void take(RedemptionEvent event) {
        switch (event.word()) {
            case "held" -> {
                turns++;
                var before = holders.put(event.discount(), event.redemption());
                if (before != null) {
                    overlaps.add("%s was held by %s and by %s".formatted(event.discount(), before, event.redemption()));
                }
            }
            case "confirmed", "released", "expired" -> {
                if (!holders.remove(event.discount(), event.redemption())) {
                    overlaps.add("%s: %s ended what it did not hold".formatted(event.discount(), event.redemption()));
                }
            }
            default -> {}
        }
    }

    int turns() {
        return turns;
    }

    /** Holds that began in the midst of another; empty if each discount had one holder at a time. */
    List<String> overlaps() {
        return overlaps;
    }
}
