package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.redemption.Availability.Remaining;

import java.util.ArrayList;
import java.util.List;

/** Rule 8 of the contract's decision rules: what its limits and holds say against a discount. */
final class LimitReasons {
    /** The least that a discount may cost its budget. */
    static final long UNKNOWN_SAVING = 1;

    private LimitReasons() {}

    /**
     * Every reason; none for a discount without limits.
     *
     * @param saving what the discount would cost its budget, in minor units, or {@link #UNKNOWN_SAVING}
     */
    static List<Reason> of(Discount discount, Remaining remaining, boolean customerIsKnown, long saving) {
        var reasons = new ArrayList<Reason>(0);
        if (remaining.heldByAnother()) {
            reasons.add(new Reason(Reason.LIMITS, ReasonCode.IN_USE));
        }
        if (remaining.uses() < 1) {
            reasons.add(lacking(ReasonCode.LIMIT_REACHED, 1, remaining.uses()));
        }
        if (remaining.money() < saving) {
            reasons.add(lacking(ReasonCode.LIMIT_REACHED, saving, remaining.money()));
        }
        if (discount.limits().perCustomer() != null && !customerIsKnown) {
            reasons.add(new Reason(Reason.LIMITS, ReasonCode.UNKNOWN_FACT));
        } else if (remaining.customerUses() < 1) {
            reasons.add(lacking(ReasonCode.CUSTOMER_LIMIT_REACHED, 1, remaining.customerUses()));
        }
        return reasons;
    }

    /** Whether a known limit or hold speaks against it: what search leaves out. */
    static boolean forbid(List<Reason> reasons) {
        for (var reason : reasons) {
            if (reason.code() != ReasonCode.UNKNOWN_FACT) {
                return true;
            }
        }
        return false;
    }

    private static Reason lacking(ReasonCode code, long required, long left) {
        return new Reason(Reason.LIMITS, code, new Told.Quantity(required), new Told.Quantity(left));
    }
}
