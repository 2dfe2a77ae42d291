package io.discounts.service.eligibility;

import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.List;

/** What a basket costs before and after its discounts, in minor units. */
public record Totals(
        long items,
        long itemsDiscount,
        long deliveryFee,
        long deliveryDiscount,
        long serviceFee,
        long serviceDiscount) {

    static Totals of(Basket basket, List<Evaluation.Applied> applied) {
        long items = 0;
        long delivery = 0;
        long service = 0;
        for (var discount : applied) {
            long amount = discount.saving().amount();
            switch (discount.saving().target()) {
                case Target.Items ignored -> items += amount;
                case Target.Fee fee -> {
                    delivery += fee == Target.Fee.DELIVERY ? amount : 0;
                    service += fee == Target.Fee.SERVICE ? amount : 0;
                }
            }
        }
        return new Totals(
                basket.itemsTotal(),
                items,
                basket.deliveryFee().minorUnits(),
                delivery,
                basket.serviceFee().minorUnits(),
                service);
    }

    public long discount() {
        return itemsDiscount + deliveryDiscount + serviceDiscount;
    }

    /** What is left to pay. */
    public long total() {
        return items + deliveryFee + serviceFee - discount();
    }
}
