package io.discounts.service.eligibility;

/** Why a rule fails; in lower case, the contract's code. */
public enum ReasonCode {
    OUTSIDE_SCHEDULE,
    SEGMENT_MISSING,
    SEGMENT_EXCLUDED,
    ORDER_COUNT_MISMATCH,
    PAYMENT_METHOD_MISMATCH,
    PLATFORM_MISMATCH,
    FULFILMENT_MISMATCH,
    CUSTOMER_MISMATCH;

    Verdict.False verdict() {
        return new Verdict.False(this);
    }
}
