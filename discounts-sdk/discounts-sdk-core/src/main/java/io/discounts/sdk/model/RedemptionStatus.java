package io.discounts.sdk.model;

/** The states of a redemption. */
public enum RedemptionStatus {
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED,
    CANCELLED,
    CONFIRMED_LATE,
    COMPENSATED
}
