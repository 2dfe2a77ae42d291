package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.Objects;

/** Uses that providers have booked and no hold covers: kept, told and counted, never hidden. */
final class Overruns {
    /** Why no hold covers it. */
    enum Reason {
        /** The hold had expired and nothing was left. */
        EXPIRED,
        RELEASED,
        CANCELLED,
        /** No such redemption holds this discount. */
        UNKNOWN
    }

    /**
     * One of them.
     *
     * @param redemption as the provider has it
     * @param money absent if nobody knows
     */
    record Overrun(
            DiscountKey discount,
            String redemption,
            String orderId,
            Reason reason,
            @Nullable Long money) {}

    private final JdbcTemplate jdbc;

    Overruns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** False if it has been recorded before. */
    boolean record(Overrun overrun, Instant now) {
        var name = Columns.bytes(overrun.redemption());
        var known = jdbc.queryForObject(
                "SELECT COUNT(*) FROM usage_overrun WHERE " + DiscountKey.IS + " AND redemption = ?",
                Long.class,
                overrun.discount().and((Object) name));
        if (Objects.requireNonNull(known) > 0) {
            return false;
        }
        jdbc.update(
                "INSERT INTO usage_overrun (" + DiscountKey.COLUMNS
                        + ", redemption, order_id, reason, money, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE reason = VALUES(reason)",
                overrun.discount().region().code(),
                overrun.discount().id().provider(),
                overrun.discount().id().externalId(),
                name,
                Columns.bytes(overrun.orderId()),
                overrun.reason().name(),
                overrun.money(),
                Columns.utc(now));
        return true;
    }
}
