package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A combination carried out: what each of its discounts takes off at its place, in order of application. */
record Plan(List<Discount> discounts, Map<DiscountId, List<BigInteger>> cuts) {
    /** The better plan first: the greatest saving, fewer discounts, then the first one's priority and id. */
    static final Comparator<Plan> BETTER_FIRST = Comparator.comparing(Plan::saving)
            .reversed()
            .thenComparing(plan -> plan.discounts.size())
            .thenComparing(
                    plan -> plan.discounts.isEmpty() ? null : plan.discounts.getFirst(),
                    Comparator.nullsLast(Oracle.BY_PRIORITY_THEN_ID));

    /** One that saves nothing at its place is no part of it. */
    static Plan of(List<Discount> inOrder, Bill undiscounted) {
        var discounts = new ArrayList<Discount>();
        var cuts = new LinkedHashMap<DiscountId, List<BigInteger>>();
        var bill = undiscounted;
        for (var discount : inOrder) {
            var cut = Cuts.of(discount, bill);
            if (Shares.sum(cut).signum() > 0) {
                discounts.add(discount);
                cuts.put(discount.id(), cut);
                bill = bill.minus(cut);
            }
        }
        return new Plan(discounts, cuts);
    }

    BigInteger saving() {
        return cuts.values().stream().map(Shares::sum).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
