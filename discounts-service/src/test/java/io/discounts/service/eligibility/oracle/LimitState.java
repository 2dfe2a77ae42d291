package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Limits;
import io.discounts.service.redemption.Availability.Remaining;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What the limits say of one use by one customer (rule 8). */
record LimitState(Limits limits, @Nullable String customerId, Remaining remaining) {

    /** The codes of all limits in the way of a saving; uses and money are two limits of one code. */
    List<String> codes(BigInteger saving) {
        var codes = new ArrayList<String>();
        if (remaining.heldByAnother()) {
            codes.add("in_use");
        }
        if (remaining.uses() <= 0) {
            codes.add("limit_reached");
        }
        if (BigInteger.valueOf(remaining.money()).compareTo(saving) < 0) {
            codes.add("limit_reached");
        }
        if (limits.perCustomer() != null && customerId == null) {
            codes.add("unknown_fact");
        }
        if (customerHasNoUseLeft()) {
            codes.add("customer_limit_reached");
        }
        return codes;
    }

    boolean hideInSearch() {
        return remaining.heldByAnother() || remaining.uses() <= 0 || remaining.money() <= 0 || customerHasNoUseLeft();
    }

    private boolean customerHasNoUseLeft() {
        return limits.perCustomer() != null && customerId != null && remaining.customerUses() <= 0;
    }
}
