package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Sheets are cached one by one, so two of them may hold different versions of one discount for a moment: the newest that the
 * request has seen is the one that counts.
 */
final class NewestCandidates {
    private final Map<String, Candidate> byId = new HashMap<>();

    void add(Sheet sheet) {
        sheet.candidates().forEach(candidate -> byId.merge(candidate.id(), candidate, NewestCandidates::newer));
    }

    boolean contain(Candidate candidate) {
        var newest = byId.get(candidate.id());
        return newest == null
                || newest.discount().version() == candidate.discount().version();
    }

    /** Each discount once, in no order. */
    Collection<Candidate> all() {
        return byId.values();
    }

    private static Candidate newer(Candidate first, Candidate second) {
        return second.discount().version() > first.discount().version() ? second : first;
    }
}
