package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is about.
 *
 * @param mark among the possible uses; null if there are none at all
 */
record MetCustomer(Pseudonym pseudonym, PossibleUses.@Nullable Mark mark) {
    static MetCustomer of(Pseudonym customer, PossibleUses possible) {
        var mark = PossibleUses.Mark.of(customer);
        return new MetCustomer(customer, possible.mayInclude(mark) ? mark : null);
    }

    boolean mayHaveUsed(DiscountId discount, PossibleUses possible) {
        return mark != null && possible.mayInclude(mark.with(discount));
    }
}
