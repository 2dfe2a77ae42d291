package io.discounts.service.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Those of a sheet's discounts that run at a time, and how long that holds: from the last moment at which one of all began or
 * ended until the next one. Immutable.
 *
 * @param at the moment that was asked about
 */
record RunningCandidates(Instant at, Instant from, Instant until, List<Candidate> candidates) {
    /** Holds at no moment. */
    static final RunningCandidates NEVER = new RunningCandidates(Instant.MIN, Instant.MAX, Instant.MIN, List.of());

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
        return new RunningCandidates(at, from, until, Collections.unmodifiableList(running));
    }

    /** The same once a sheet has changed: holds for as long as it did, or shorter, as what comes begins or ends meanwhile. */
    RunningCandidates with(Replacing replacing) {
        var coming = of(replacing.coming(), at);
        var after = new ArrayList<Candidate>(candidates.size() + coming.candidates.size());
        for (var candidate : candidates) {
            if (!replacing.isLeaving(candidate.idHash(), candidate)) {
                after.add(candidate);
            }
        }
        after.addAll(coming.candidates);
        after.sort(Candidate.ORDER);
        return new RunningCandidates(
                at, later(from, coming.from), earlier(until, coming.until), Collections.unmodifiableList(after));
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
