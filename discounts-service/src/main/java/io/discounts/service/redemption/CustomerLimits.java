package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.List;

/**
 * Uses by one customer. Nothing is kept that could go wrong: a row for the discount and the customer is locked, and the
 * lines are counted under that lock.
 */
final class CustomerLimits {
    private final JdbcTemplate jdbc;
    private final JdbcRedemptions redemptions;

    CustomerLimits(JdbcTemplate jdbc, JdbcRedemptions redemptions) {
        this.jdbc = jdbc;
        this.redemptions = redemptions;
    }

    /** The first that the customer has used as often as it may be; null if there is none. */
    @Nullable
    Wanted firstAbove(List<Wanted> wanted, String customerId, Instant now) {
        for (var one : wanted) {
            var limit = one.discount().limits().perCustomer();
            if (limit != null && !allowOneMore(one.key(), customerId, limit, now)) {
                return one;
            }
        }
        return null;
    }

    /** Whether the customer may use the discount once more; true until the caller's transaction ends. */
    private boolean allowOneMore(DiscountKey discount, String customerId, long limit, Instant now) {
        jdbc.update(
                "INSERT INTO customer_gate (" + DiscountKey.COLUMNS + ", customer, passed_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE passed_at = VALUES(passed_at)",
                discount.and(Columns.bytes(customerId), Columns.utc(now)));
        return redemptions.uses(discount, customerId) < limit;
    }
}
