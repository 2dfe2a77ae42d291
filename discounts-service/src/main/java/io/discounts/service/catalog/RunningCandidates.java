package io.discounts.service.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Those of a sheet's discounts that run at a time, and how long that holds: from the last moment at which one of all began or
 * ended until the next one. Immutable.
 */
record RunningCandidates(Instant from, Instant until, List<Candidate> candidates) {
    /** Holds at no moment. */
    static final RunningCandidates NEVER = new RunningCandidates(Instant.MAX, Instant.MIN, List.of());

    static RunningCandidates of(List<Candidate> all, Instant at) {
        var from = Instant.MIN;
        var until = Instant.MAX;
        var running = new ArrayList<Candidate>(all.size());
        for (var candidate : all) {
            var validity = candidate.discount().validity();
            var ends = validity.until();
            if (validity.from().isAfter(at)) {
                until = earlier(until, validity.from());
            } else if (ends == null || ends.isAfter(at)) {
                running.add(candidate);
                from = later(from, validity.from());
                until = ends == null ? until : earlier(until, ends);
            } else {
                from = later(from, ends);
            }
        }
        return new RunningCandidates(from, until, Collections.unmodifiableList(running));
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    boolean holdAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
