package io.discounts.sdk.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A redemption as it stands. */
record Hold(String id, String status, long fencingToken, Instant expiresAt, List<Map<String, Object>> discounts) {
    private static final Set<String> TAKING = Set.of("HELD", "CONFIRMED", "CONFIRMED_LATE");

    Hold at(Instant now) {
        return status.equals("HELD") && !now.isBefore(expiresAt) ? as("EXPIRED") : this;
    }

    Hold as(String newStatus) {
        return new Hold(id, newStatus, fencingToken, expiresAt, discounts);
    }

    /** Whether it takes a use of the discount. */
    boolean takes(String discountId) {
        return TAKING.contains(status) && names(discountId);
    }

    boolean names(String discountId) {
        return discounts.stream().anyMatch(held -> discountId.equals(held.get("discountId")));
    }

    Map<String, Object> told() {
        var told = new LinkedHashMap<String, Object>();
        told.put("redemptionId", id);
        told.put("status", status);
        told.put("fencingToken", fencingToken);
        told.put("expiresAt", expiresAt);
        told.put("discounts", discounts);
        return told;
    }
}
