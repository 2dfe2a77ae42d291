package io.discounts.service.redemption;

import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.RedemptionOutcome.Refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Holds and what becomes of them. Every order runs in the caller's transaction, which is to be rolled back unless the
 * outcome is {@link Done}. Safe for use by any thread; whoever loses a deadlock gets a
 * {@link org.springframework.dao.ConcurrencyFailureException} and may try again.
 */
public final class Redemptions {
    private final Holding holding;
    private final LateTaking late;
    private final Ending ending;
    private final JdbcRedemptions rows;
    private final RedemptionEvents events;
    private final RedemptionMetrics metrics;
    private final Clock clock;

    Redemptions(
            Holding holding,
            LateTaking late,
            Ending ending,
            JdbcRedemptions rows,
            RedemptionEvents events,
            RedemptionMetrics metrics,
            Clock clock) {
        this.holding = holding;
        this.late = late;
        this.ending = ending;
        this.rows = rows;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Optional<Redemption> find(RedemptionId id) {
        return rows.find(id);
    }

    /** Holds all that is asked for, or nothing. */
    public RedemptionOutcome hold(HoldRequest request) {
        return holding.hold(request);
    }

    /** Settles a hold for an order. One that has expired is tried again against what is left. */
    public RedemptionOutcome confirm(RedemptionId id, long fencingToken, String orderId) {
        return change(id, fencingToken, found -> confirm(found, orderId));
    }

    private RedemptionOutcome confirm(Redemption found, String orderId) {
        return switch (found.status()) {
            case HELD -> found.isDue(clock.instant()) ? confirmLate(expired(found), orderId) : settle(found, orderId);
            case EXPIRED -> confirmLate(found, orderId);
            case CONFIRMED, RELEASED, CANCELLED, CONFIRMED_LATE, COMPENSATED -> conflict(found, "confirmed");
        };
    }

    private RedemptionOutcome settle(Redemption found, String orderId) {
        ending.endExclusiveUse(List.of(found));
        return become(found.with(RedemptionStatus.CONFIRMED, orderId));
    }

    /** Nobody has come by yet to expire it: so it expires now. */
    private Redemption expired(Redemption found) {
        ending.expire(List.of(found), clock.instant());
        var expired = found.with(RedemptionStatus.EXPIRED, null);
        events.tell(expired, clock.instant());
        AfterCommit.run(() -> metrics.reached(RedemptionStatus.EXPIRED));
        return expired;
    }

    private RedemptionOutcome confirmLate(Redemption found, String orderId) {
        return late.take(found)
                ? become(found.with(RedemptionStatus.CONFIRMED_LATE, orderId))
                : new Refused(Refusal.HOLD_EXPIRED, "The hold has expired, and what it held is no longer left.");
    }

    /** Its provider has booked the use of a hold that has expired, or is about to, and nothing is left. */
    Redemption compensate(Redemption found, String orderId) {
        if (found.status() == RedemptionStatus.HELD) {
            expired(found);
        }
        var compensated = found.with(RedemptionStatus.COMPENSATED, orderId);
        become(compensated);
        return compensated;
    }

    /** Gives a hold back before its time. */
    public RedemptionOutcome release(RedemptionId id, long fencingToken) {
        return change(id, fencingToken, found -> {
            if (found.status() != RedemptionStatus.HELD) {
                return conflict(found, "released");
            }
            ending.giveBack(List.of(found));
            return become(found.with(RedemptionStatus.RELEASED, null));
        });
    }

    /** Gives the use back after an order was cancelled. */
    public RedemptionOutcome cancel(RedemptionId id, long fencingToken) {
        return change(id, fencingToken, found -> {
            if (!found.status().isConfirmed()) {
                return conflict(found, "cancelled");
            }
            ending.giveBack(List.of(found));
            return become(found.with(RedemptionStatus.CANCELLED, found.orderId()));
        });
    }

    private interface Change {
        RedemptionOutcome of(Redemption found);
    }

    private RedemptionOutcome change(RedemptionId id, long fencingToken, Change change) {
        var found = rows.lock(id);
        if (found.isEmpty()) {
            return new Refused(Refusal.REDEMPTION_NOT_FOUND, "No redemption has this id.");
        }
        if (found.get().fencingToken() != fencingToken) {
            return new Refused(Refusal.FENCING_TOKEN_STALE, "The fencing token is not the redemption's.");
        }
        return change.of(found.get());
    }

    private RedemptionOutcome become(Redemption changed) {
        rows.change(changed, clock.instant());
        events.tell(changed, clock.instant());
        AfterCommit.run(() -> metrics.reached(changed.status()));
        return new Done(changed);
    }

    private static RedemptionOutcome conflict(Redemption found, String wanted) {
        return new Refused(
                Refusal.STATE_CONFLICT, "A redemption that is " + found.status() + " cannot be " + wanted + ".");
    }
}
