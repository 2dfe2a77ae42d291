package io.discounts.service.redemption;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Limits;
import org.jspecify.annotations.Nullable;

/** What is exhausted or held, from memory: it never blocks and never throws. Safe for use by any thread. */
public interface Availability {
    /** Nothing has been used and nothing is held: everything is left that the limits allow. */
    Availability UNTOUCHED = (discount, customerId) -> Remaining.of(discount.limits());

    /**
     * What is left of a discount.
     *
     * @param customerId whose own uses and holds are meant; absent: unknown
     */
    Remaining remaining(Discount discount, @Nullable String customerId);

    /**
     * For a request that asks about many discounts: who the customer is, and what time it is, is asked once.
     *
     * @param customerId as above
     */
    default ForCustomer forCustomer(@Nullable String customerId) {
        return discount -> remaining(discount, customerId);
    }

    /** What is left for one customer, during one request; for use by one thread. */
    @FunctionalInterface
    interface ForCustomer {
        Remaining remaining(Discount discount);
    }

    /**
     * What is left of a discount's limits; {@link #UNBOUNDED} where it has none.
     *
     * @param uses by anybody
     * @param customerUses by this customer; of no meaning if the customer is unknown
     * @param money in minor units of the discount's currency
     * @param heldByAnother another customer holds its exclusive use
     */
    record Remaining(long uses, long customerUses, long money, boolean heldByAnother) {
        public static final long UNBOUNDED = Long.MAX_VALUE;
        public static final Remaining EVERYTHING = new Remaining(UNBOUNDED, UNBOUNDED, UNBOUNDED, false);

        static Remaining of(Limits limits) {
            var budget = limits.budget();
            return new Remaining(
                    orUnbounded(limits.total()),
                    orUnbounded(limits.perCustomer()),
                    budget == null ? UNBOUNDED : budget.minorUnits(),
                    false);
        }

        private static long orUnbounded(@Nullable Long limit) {
            return limit == null ? UNBOUNDED : limit;
        }
    }
}
