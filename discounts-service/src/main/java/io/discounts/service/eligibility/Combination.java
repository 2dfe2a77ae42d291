package io.discounts.service.eligibility;

import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Prices;
import io.discounts.service.eligibility.pricing.Savings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Discounts applied one after the other, each to what the earlier ones left.
 *
 * @param applied in order of application; each saves something
 */
record Combination(List<Evaluation.Applied> applied, boolean exclusive) {
    /** Best first: the greatest saving, then fewer discounts, then the higher priority and smaller id of the first. */
    static final Comparator<Combination> BEST_FIRST = Comparator.comparingLong(Combination::saving)
            .reversed()
            .thenComparingInt(combination -> combination.applied().size())
            .thenComparing(combination -> combination.applied().getFirst(), Evaluation.Applied.ORDER);

    /** One that saves nothing at its place is no part of the combination. */
    static Combination ofStackables(List<Assessment> inOrder, Basket basket) {
        var prices = new Prices(basket);
        var applied = new ArrayList<Evaluation.Applied>(inOrder.size());
        for (var assessment : inOrder) {
            var candidate = assessment.candidate();
            var saving = applied.isEmpty() ? assessment.standalone() : Savings.of(candidate.discount(), prices);
            if (!saving.isNothing()) {
                prices.take(saving);
                applied.add(new Evaluation.Applied(candidate, saving));
            }
        }
        return new Combination(applied, false);
    }

    static Combination ofExclusive(Assessment exclusive) {
        return new Combination(List.of(new Evaluation.Applied(exclusive.candidate(), exclusive.standalone())), true);
    }

    long saving() {
        long saving = 0;
        for (var discount : applied) {
            saving += discount.saving().amount();
        }
        return saving;
    }

    boolean contains(Assessment assessment) {
        for (var discount : applied) {
            if (discount.candidate().id().equals(assessment.id())) {
                return true;
            }
        }
        return false;
    }
}
