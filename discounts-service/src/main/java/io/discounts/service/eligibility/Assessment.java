package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.discount.Stacking;
import io.discounts.service.eligibility.pricing.Saving;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * One candidate held against all facts of a checkout.
 *
 * @param saving on the undiscounted basket; absent if the candidate is in another currency than the basket
 * @param reasons everything that speaks against it alone, before groups and combinations; empty: it is eligible
 */
record Assessment(Candidate candidate, @Nullable Saving saving, List<Reason> reasons) {
    static final Comparator<Assessment> ORDER = Comparator.comparing(Assessment::candidate, Candidate.ORDER);

    String id() {
        return candidate.id();
    }

    boolean isEligible() {
        return reasons.isEmpty();
    }

    boolean isExclusive() {
        return stacking().mode() == Stacking.Mode.EXCLUSIVE;
    }

    Stacking stacking() {
        return candidate.discount().stacking();
    }

    /** Of a candidate in the basket's currency, as every eligible one is. */
    Saving standalone() {
        if (saving == null) {
            throw new IllegalStateException("in another currency than the basket");
        }
        return saving;
    }
}
