package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

/**
 * How often and for how much a discount may be used; an absent bound is no bound.
 *
 * @param total uses by all customers together
 * @param perCustomer uses by one customer
 * @param budget the money it may cost altogether
 * @param exclusiveUse while one customer holds it, no other sees it
 */
public record Limits(
        @Nullable Long total,
        @Nullable Long perCustomer,
        @Nullable Money budget,
        boolean exclusiveUse) {
    public static final Limits NONE = new Limits(null, null, null, false);

    public Limits {
        Checks.check(total == null || total >= 1, "total must be at least 1");
        Checks.check(perCustomer == null || perCustomer >= 1, "perCustomer must be at least 1");
        Checks.check(budget == null || !budget.isZero(), "budget must be at least 1");
    }

    /** Whether what all customers use is counted together. */
    public boolean areShared() {
        return total != null || budget != null;
    }

    public boolean isNone() {
        return total == null && perCustomer == null && budget == null && !exclusiveUse;
    }
}
