package io.discounts.service.redemption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Deletes what is of no more use, in small batches that any instance may do: redemptions of which nothing stands, gates that
 * nobody has passed of late, old overruns. Confirmed redemptions stay, for budgets and customers' limits are counted from them.
 * Rows are found by an index on their age and deleted by their keys, so that no other's rows are locked on the way.
 */
final class Forgetting {
    static final int BATCH = 200;

    /** Far longer than any transaction that may hold one. */
    private static final Duration GATES = Duration.ofDays(1);

    private static final List<RedemptionStatus> ENDED = List.of(
            RedemptionStatus.RELEASED,
            RedemptionStatus.EXPIRED,
            RedemptionStatus.CANCELLED,
            RedemptionStatus.COMPENSATED);
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final RedemptionProperties properties;
    private final Clock clock;
    private boolean troubled;

    Forgetting(TransactionTemplate transaction, JdbcTemplate jdbc, RedemptionProperties properties, Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Deletes all that is old; whatever fails is tried again at the next call. */
    void sweep() {
        try {
            var now = clock.instant();
            for (var status : ENDED) {
                while (forgetEnded(status, now.minus(properties.keepEnded())) == BATCH) {}
            }
            while (forgetGates(now.minus(GATES)) == BATCH) {}
            while (forgetOverruns(now.minus(properties.keepOverruns())) == BATCH) {}
            troubled = false;
        } catch (DataAccessException | TransactionException away) {
            if (!troubled) {
                log.atWarn().setCause(away).log("What is old cannot be deleted, trying until it can");
            }
            troubled = true;
        }
    }

    /** With its uses, and locked first, as a late confirmation would: that one finds it, or nothing. */
    private int forgetEnded(RedemptionStatus status, Instant before) {
        return Objects.requireNonNull(transaction.execute(running -> {
            var old = jdbc.query(
                    "SELECT number FROM redemption FORCE INDEX (by_expiry) WHERE status = ? AND expires_at < ?"
                            + " AND changed_at < ? ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED",
                    (row, at) -> new Object[] {row.getLong(1)},
                    status.name(),
                    Columns.utc(before),
                    Columns.utc(before),
                    BATCH);
            jdbc.batchUpdate("DELETE FROM redemption_line WHERE number = ?", old);
            jdbc.batchUpdate("DELETE FROM redemption WHERE number = ?", old);
            return old.size();
        }));
    }

    private int forgetGates(Instant before) {
        return forget("customer_gate", "customer", "passed_at", before);
    }

    private int forgetOverruns(Instant before) {
        return forget("usage_overrun", "redemption", "recorded_at", before);
    }

    /** A row that has become younger meanwhile stays. */
    private int forget(String table, String lastOfKey, String age, Instant before) {
        LocalDateTime until = Columns.utc(before);
        var old = jdbc.query(
                "SELECT " + DiscountKey.COLUMNS + ", " + lastOfKey + " FROM " + table + " WHERE " + age
                        + " < ? ORDER BY " + age + " LIMIT ?",
                (row, at) -> JdbcRedemptions.discount(row).and(row.getBytes(4), until),
                until,
                BATCH);
        jdbc.batchUpdate(
                "DELETE FROM " + table + " WHERE " + DiscountKey.IS + " AND " + lastOfKey + " = ? AND " + age + " < ?",
                old);
        return old.size();
    }
}
