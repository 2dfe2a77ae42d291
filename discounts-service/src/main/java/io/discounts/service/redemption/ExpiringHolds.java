package io.discounts.service.redemption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends holds whose time has passed. Every instance does, in small batches: rows that another is busy with are skipped
 * ({@code SKIP LOCKED}), and a hold is expired in the transaction that gives its use back and tells of it, so that each
 * happens once. Also forgets old idempotency keys.
 */
final class ExpiringHolds {
    static final int BATCH = 50;
    private static final int KEYS = 500;
    private static final Logger log = LoggerFactory.getLogger(ExpiringHolds.class);

    private final TransactionTemplate transaction;
    private final JdbcRedemptions redemptions;
    private final Ending ending;
    private final RedemptionEvents events;
    private final IdempotencyKeys keys;
    private final RedemptionMetrics metrics;
    private final Clock clock;
    private boolean troubled;

    ExpiringHolds(
            TransactionTemplate transaction,
            JdbcRedemptions redemptions,
            Ending ending,
            RedemptionEvents events,
            IdempotencyKeys keys,
            RedemptionMetrics metrics,
            Clock clock) {
        this.transaction = transaction;
        this.redemptions = redemptions;
        this.ending = ending;
        this.events = events;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Expires all that is due; whatever fails is tried again at the next call. */
    void sweep() {
        try {
            while (expire(clock.instant()) == BATCH) {}
            while (keys.forgetSome(clock.instant().minus(IdempotencyKeys.KEPT), KEYS) == KEYS) {}
            troubled = false;
        } catch (DataAccessException | TransactionException away) {
            if (!troubled) {
                log.atWarn().setCause(away).log("Holds cannot be expired, trying until they can");
            }
            troubled = true;
        }
    }

    /** One batch; how many. */
    int expire(Instant now) {
        var expired = transaction.execute(status -> {
            var due = redemptions.lockDue(now, BATCH);
            if (!due.isEmpty()) {
                ending.expire(due, now);
                events.tell(
                        due.stream()
                                .map(hold -> hold.with(RedemptionStatus.EXPIRED, null))
                                .toList(),
                        now);
            }
            return due;
        });
        var count = expired == null ? List.of() : expired;
        count.forEach(one -> metrics.reached(RedemptionStatus.EXPIRED));
        return count.size();
    }
}
