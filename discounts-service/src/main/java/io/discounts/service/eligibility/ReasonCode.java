package io.discounts.service.eligibility;

import java.util.Locale;

/** Why a discount is not applied. */
public enum ReasonCode {
    BELOW_MINIMUM,
    BELOW_QUANTITY,
    OUTSIDE_SCHEDULE,
    SEGMENT_MISSING,
    SEGMENT_EXCLUDED,
    ORDER_COUNT_MISMATCH,
    PAYMENT_METHOD_MISMATCH,
    PLATFORM_MISMATCH,
    FULFILMENT_MISMATCH,
    CUSTOMER_MISMATCH,
    UNKNOWN_FACT,

    CURRENCY_MISMATCH,

    NO_MATCHING_ITEMS,
    NO_SAVING,

    IN_USE,
    LIMIT_REACHED,
    CUSTOMER_LIMIT_REACHED,

    NOT_BEST_IN_GROUP,
    BEATEN_BY_EXCLUSIVE,
    BEATEN_BY_COMBINATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As the contract writes it. */
    public String code() {
        return code;
    }
}
