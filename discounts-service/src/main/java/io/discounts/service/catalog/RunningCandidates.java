package io.discounts.service.catalog;

import java.time.Instant;
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
        for (var candidate : all) {
            var validity = candidate.discount().validity();
            var ends = validity.until() == null ? Instant.MAX : validity.until();
            for (var turn : List.of(validity.from(), ends)) {
                if (turn.isAfter(at)) {
                    until = turn.isBefore(until) ? turn : until;
                } else {
                    from = turn.isAfter(from) ? turn : from;
                }
            }
        }
        var running = all.stream()
                .filter(candidate -> candidate.discount().validity().contains(at))
                .toList();
        return new RunningCandidates(from, until, running);
    }

    boolean holdAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
