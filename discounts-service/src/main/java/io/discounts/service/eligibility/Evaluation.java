package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.eligibility.pricing.Saving;

import java.util.Comparator;
import java.util.List;

/**
 * What a basket costs, and why not less. Every candidate of the store is either applied or not.
 *
 * @param applied in order of application
 * @param notApplied by priority descending, then id
 */
public record Evaluation(List<Applied> applied, Totals totals, List<NotApplied> notApplied) {

    /** A discount of the best combination and what it saves at its place. */
    public record Applied(Candidate candidate, Saving saving) {
        static final Comparator<Applied> ORDER = Comparator.comparing(Applied::candidate, Candidate.ORDER);
    }

    /** A candidate that is left out, with every reason; at least one. */
    public record NotApplied(Candidate candidate, List<Reason> reasons) {}
}
