package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A customer who is about.
 *
 * @param mark among the possible uses; null if there are none at all
 * @param heard discounts of whose uses there was news of late, which are not among the possible ones yet
 */
record MetCustomer(Pseudonym pseudonym, PossibleUses.@Nullable Mark mark, Set<DiscountId> heard) {
    MetCustomer {
        heard = Set.copyOf(heard);
    }

    static MetCustomer of(Pseudonym customer, Set<DiscountId> heard, PossibleUses possible) {
        var mark = PossibleUses.Mark.of(customer);
        return new MetCustomer(customer, possible.mayInclude(mark) ? mark : null, heard);
    }

    boolean mayHaveUses() {
        return mark != null || !heard.isEmpty();
    }

    /**
     * How often the customer may have used the discount; no more than {@code most} is told.
     *
     * @param areCurrent whether the possible uses were a moment ago
     */
    int timesAtMost(DiscountId discount, int most, PossibleUses possible, boolean areCurrent) {
        if (heard.contains(discount)) {
            return most;
        }
        if (mark == null) {
            return 0;
        }
        return areCurrent ? possible.timesAdded(mark, discount, most) : most;
    }
}
