package io.discounts.sample.shop;

import io.discounts.sdk.model.RedemptionOutcome;

/** Whoever holds the discounts has said no; the customer has to look at the basket again. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(RedemptionOutcome.Refused refused) {
        super(refused.code() + ": " + refused.detail());
    }
}
