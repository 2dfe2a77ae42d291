package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Takes exclusive use in the caller's transaction: the lock first, which turns others away, then the row, which decides. */
final class ExclusiveTaking {
    private final ExclusiveHolds holds;
    private final DiscountLocks locks;
    private final HoldNews news;

    ExclusiveTaking(ExclusiveHolds holds, DiscountLocks locks, HoldNews news) {
        this.holds = holds;
        this.locks = locks;
        this.news = news;
    }

    /** Of all wanted that are to be had by one at a time; null if they have been taken. */
    @Nullable
    RedemptionOutcome take(List<Wanted> wanted, HoldRequest request, RedemptionId id, Instant now) {
        for (var one : wanted) {
            if (one.discount().limits().exclusiveUse()) {
                var refused = take(one, request, id, now);
                if (refused != null) {
                    return refused;
                }
            }
        }
        return null;
    }

    private @Nullable RedemptionOutcome take(Wanted one, HoldRequest request, RedemptionId id, Instant now) {
        AfterCommit.runIfRolledBack(() -> locks.unlock(one.key(), id));
        return switch (locks.tryLock(one.key(), id)) {
            case TAKEN -> takeRow(one, request, id, now);
            case HELD_BY_ANOTHER -> inUse(one);
            case BEING_TAKEN -> new RedemptionOutcome.Contended(inUse(one));
            case AWAY -> new RedemptionOutcome.Unavailable("Exclusive discounts cannot be held right now.");
        };
    }

    private @Nullable RedemptionOutcome takeRow(Wanted one, HoldRequest request, RedemptionId id, Instant now) {
        var customer = HolderDigest.of(request.customerId());
        var taken = new ExclusiveHolds.Holder(one.key(), id, customer, now.plus(request.time()));
        if (!holds.take(taken)) {
            return inUse(one);
        }
        AfterCommit.run(() -> {
            locks.keep(one.key(), id, request.time());
            news.held(taken);
        });
        return null;
    }

    private static RedemptionOutcome.Refused inUse(Wanted one) {
        return one.refused(Refusal.DISCOUNT_IN_USE, "is held by another checkout");
    }
}
