package io.discounts.service.redemption;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Limits;

import java.util.function.IntUnaryOperator;

/**
 * Exact budgets without a hot row (ADR 13). A conditional update decides whether there is enough. What is left of a large
 * allowance is spread over slices; a hold takes from one of them at random, so holds seldom meet. Who finds its slice near
 * its end locks the budget's row, collects what all slices have, takes its part and cuts the rest anew; when that is too
 * little to be cut, it stays in the budget's own row, and the last unit is sold from there. What is given back goes to that
 * row as well.
 *
 * <p>The limits are the discount's. Callers keep the discount's row ({@code DiscountRecords.keep}), so limits never change
 * under a hold. The first hold under a new version adopts its limits: what is allowed changes, what is used does not, and
 * uses that were not counted, as the discount had no budget then, are counted now.
 */
final class UsageBudgets {
    static final int SLICES = 16;
    /** A slice has at least so many uses, and money for as many charges of the present size. */
    static final int LEAST_SHARE = 8;
    /** Below this part of its share a slice is near its end. */
    private static final int FLOOR_PART = 8;

    private final BudgetRows rows;
    private final IntUnaryOperator random;
    private final RedemptionMetrics metrics;

    UsageBudgets(BudgetRows rows, IntUnaryOperator random, RedemptionMetrics metrics) {
        this.rows = rows;
        this.random = random;
        this.metrics = metrics;
    }

    /** Takes a charge in the caller's transaction; false, and nothing taken, if less is left. */
    boolean take(Discount discount, Charge charge) {
        var known = rows.find(charge.discount()).filter(budget -> isCurrent(budget, discount));
        if (known.isEmpty()) {
            return collect(discount, charge);
        }
        var spread = known.get().spread();
        var taken = spread == 0 ? rows.take(charge) : rows.take(charge, random.applyAsInt(spread));
        if (taken) {
            metrics.taken(spread == 0 ? "row" : "slice");
            return true;
        }
        return collect(discount, charge);
    }

    /** Takes a charge whether there is enough or not, if there is a budget at all. */
    boolean takeRegardless(Charge charge) {
        return rows.giveBack(new Charge(charge.discount(), -charge.uses(), -charge.money()));
    }

    void giveBack(Charge charge) {
        rows.giveBack(charge);
    }

    /** Whether a line that was not charged when it was taken has been charged since. */
    boolean isChargedSince(Line line) {
        return rows.find(line.discount())
                .filter(budget -> line.number() <= budget.chargedThrough())
                .isPresent();
    }

    private static boolean isCurrent(Budget budget, Discount discount) {
        return budget.version() == discount.version() && budget.allowed().equals(Allowance.of(discount.limits()));
    }

    private boolean collect(Discount discount, Charge charge) {
        var locked = rows.lock(charge.discount());
        var budget = isCurrent(locked, discount) ? locked : adopt(locked, discount);
        var left = budget.reserve();
        if (budget.spread() > 0) {
            left = left.plus(rows.lockSlices(charge.discount()));
        }
        var enough = left.covers(charge);
        metrics.taken(enough ? "collected" : "refused");
        settle(budget, enough ? left.minus(charge) : left, charge);
        return enough;
    }

    private Budget adopt(Budget budget, Discount discount) {
        Limits limits = discount.limits();
        var allowed = Allowance.of(limits);
        var uncharged = rows.uncharged(budget.discount(), budget.chargedThrough());
        var reserve = budget.reserve().plus(allowed.minus(budget.allowed())).minus(uncharged.used());
        return new Budget(
                budget.discount(),
                discount.version(),
                uncharged.through(),
                allowed,
                reserve,
                budget.spread(),
                budget.cut());
    }

    private void settle(Budget budget, Allowance left, Charge charge) {
        var share = left.dividedBy(SLICES);
        if (share.uses() >= LEAST_SHARE && share.money() / LEAST_SHARE >= charge.money()) {
            rows.cutSlices(budget.discount(), SLICES, share, share.dividedBy(FLOOR_PART));
            var cut = share.times(SLICES);
            rows.write(budget.with(left.minus(cut), SLICES, cut));
        } else {
            if (budget.spread() > 0) {
                rows.emptySlices(budget.discount());
            }
            rows.write(budget.with(left, 0, Allowance.NOTHING));
        }
    }
}
