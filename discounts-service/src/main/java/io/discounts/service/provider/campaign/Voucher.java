package io.discounts.service.provider.campaign;

import io.discounts.service.discount.Rule;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may redeem a campaign's voucher, and how often. Its code stays with marketing: customers are known by who they are. */
record Voucher(
        RedeemableBy redeemableBy,
        @Nullable Long totalUses,
        @Nullable Long usesPerCustomer,
        boolean oneHolderAtATime) {

    /** Named customers, or those of one of the segments. */
    record RedeemableBy(List<String> customers, List<String> segments) {
        RedeemableBy {
            // All rules of a discount must hold, so there is no way to say "or".
            if (customers.isEmpty() == segments.isEmpty()) {
                throw new IllegalArgumentException("must name either customers or segments");
            }
        }

        Rule toRule() {
            return segments.isEmpty()
                    ? new Rule.Customer(new LinkedHashSet<>(customers))
                    : new Rule.Segment(new LinkedHashSet<>(segments), Set.of());
        }
    }
}
