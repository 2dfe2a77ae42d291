package io.discounts.service.redemption;

import java.util.Locale;

/** The states of a redemption: {@code HELD → CONFIRMED | RELEASED | EXPIRED}, and what may follow. */
public enum RedemptionStatus {
    HELD,
    CONFIRMED,
    RELEASED,
    /** Not confirmed in time; its use has been given back. */
    EXPIRED,
    /** Was confirmed; the order was cancelled and the use given back. */
    CANCELLED,
    /** Expired, then confirmed after all, as there was enough left. */
    CONFIRMED_LATE,
    /** Expired, then used at the provider although nothing was left: recorded as an overrun, for others to compensate. */
    COMPENSATED;

    /** Whether the order went through. */
    boolean isConfirmed() {
        return this == CONFIRMED || this == CONFIRMED_LATE;
    }

    /** As it stands in the type of its event. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
