package io.discounts.service.redemption;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;

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

    /** Whether the customer may use the discount once more; true until the caller's transaction ends. */
    boolean allowOneMore(DiscountKey discount, String customerId, long limit, Instant now) {
        jdbc.update(
                "INSERT INTO customer_gate (" + DiscountKey.COLUMNS + ", customer, passed_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE passed_at = VALUES(passed_at)",
                discount.and(Columns.bytes(customerId), Columns.utc(now)));
        return redemptions.uses(discount, customerId) < limit;
    }
}
