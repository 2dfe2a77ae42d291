package io.discounts.service.eligibility;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.Comparator;
import java.util.List;

/** A decision in a form that can be compared; the reasons against one discount in an order of their own. */
record Decided(List<Applied> applied, List<Refused> refused) {
    record Applied(DiscountId id, Positions positions) {}

    record Refused(DiscountId id, List<Reason> reasons) {}

    static Decided of(Evaluation evaluation, Basket basket) {
        return new Decided(
                evaluation.applied().stream()
                        .map(applied -> new Applied(
                                applied.candidate().discount().id(), Positions.of(applied.saving(), basket)))
                        .toList(),
                refused(evaluation));
    }

    static List<Refused> refused(Evaluation evaluation) {
        return evaluation.notApplied().stream()
                .map(refused -> new Refused(
                        refused.candidate().discount().id(),
                        refused.reasons().stream()
                                .sorted(Comparator.comparing(Reason::toString))
                                .toList()))
                .toList();
    }

    Decided without(DiscountId id) {
        return new Decided(
                applied.stream().filter(one -> !one.id().equals(id)).toList(),
                refused.stream().filter(one -> !one.id().equals(id)).toList());
    }
}
