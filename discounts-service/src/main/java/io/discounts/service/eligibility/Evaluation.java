package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.eligibility.pricing.Saving;
import io.discounts.service.eligibility.unlock.Unlock;
import org.jspecify.annotations.Nullable;

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

    /**
     * A candidate that is left out.
     *
     * @param reasons every one; at least one
     * @param unlock what the customer could change for it to apply by itself, where that exists
     */
    public record NotApplied(
            Candidate candidate,
            List<Reason> reasons,
            @Nullable Unlock unlock) {}
}
