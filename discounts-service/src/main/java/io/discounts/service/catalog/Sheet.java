package io.discounts.service.catalog;

import java.util.List;

/**
 * All discounts indexed under one scope key of a region, in the order answers tell them: priority descending, then id.
 * Whether a discount's exceptions leave a store out is for the reader to ask.
 */
public record Sheet(List<Candidate> candidates) {
    static final Sheet EMPTY = new Sheet(List.of());

    public Sheet {
        candidates = candidates.stream().sorted(Candidate.ORDER).toList();
    }

    /** Roughly what the sheet takes of the heap, in bytes. */
    int weight() {
        return 64 + candidates.stream().mapToInt(Candidate::weight).sum();
    }
}
