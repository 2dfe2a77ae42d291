package io.discounts.service.redemption;

import io.discounts.service.discount.Discount;

/** A discount as it is now, of which a checkout wants a use. */
record Wanted(DiscountKey key, Discount discount, long amount) {
    Charge charge() {
        return new Charge(key, 1, amount);
    }

    /** Whether uses are counted against a budget. */
    boolean isCounted() {
        return Allowance.isCounted(discount.limits());
    }

    RedemptionOutcome.Refused refused(Refusal refusal, String why) {
        return new RedemptionOutcome.Refused(refusal, key.id() + " " + why + ".");
    }
}
