package io.discounts.service.eligibility;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stretch of time in which a zone's clocks run evenly: {@code [from, until)}, from one change of the clock to the next. The last
 * one that was asked for is kept for each zone, for nearly all requests ask for the present, and a zone's rules answer slowly.
 */
public record EvenTime(Instant from, Instant until, ZoneOffset offset) {
    private static final Map<ZoneId, EvenTime> LAST = new ConcurrentHashMap<>();

    /** The one that holds a moment. */
    public static EvenTime in(ZoneId zone, Instant moment) {
        var last = LAST.get(zone);
        if (last == null || !last.holds(moment)) {
            last = lookedUp(zone, moment);
            LAST.put(zone, last);
        }
        return last;
    }

    public LocalDateTime local(Instant moment) {
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), offset);
    }

    private boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    private static EvenTime lookedUp(ZoneId zone, Instant moment) {
        var rules = zone.getRules();
        var next = rules.nextTransition(moment);
        // What is asked for is strictly before, and a stretch begins with its change.
        var before = rules.previousTransition(moment.plusNanos(1));
        return new EvenTime(
                before == null ? Instant.MIN : before.getInstant(),
                next == null ? Instant.MAX : next.getInstant(),
                rules.getOffset(moment));
    }
}
