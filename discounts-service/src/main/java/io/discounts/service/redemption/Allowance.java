package io.discounts.service.redemption;

import io.discounts.service.discount.Limits;

/**
 * A number of uses and an amount of money, allowed or left. Where a discount has no such bound it is {@link #UNBOUNDED},
 * which no use ever brings down to anything that matters.
 */
record Allowance(long uses, long money) {
    static final long UNBOUNDED = 1_000_000_000_000_000_000L;
    static final Allowance NOTHING = new Allowance(0, 0);

    static Allowance of(Limits limits) {
        var total = limits.total();
        var budget = limits.budget();
        return new Allowance(
                total == null ? UNBOUNDED : Math.min(total, UNBOUNDED),
                budget == null ? UNBOUNDED : budget.minorUnits());
    }

    static boolean isCounted(Limits limits) {
        return limits.total() != null || limits.budget() != null;
    }

    boolean covers(Charge charge) {
        return uses >= charge.uses() && money >= charge.money();
    }

    Allowance plus(Allowance other) {
        return new Allowance(uses + other.uses, money + other.money);
    }

    Allowance minus(Allowance other) {
        return new Allowance(uses - other.uses, money - other.money);
    }

    Allowance minus(Charge charge) {
        return new Allowance(uses - charge.uses(), money - charge.money());
    }

    Allowance times(long factor) {
        return new Allowance(uses * factor, money * factor);
    }

    Allowance dividedBy(long parts) {
        return new Allowance(uses / parts, money / parts);
    }
}
