package io.discounts.service.redemption;

import io.discounts.service.catalog.DiscountRecord;
import io.discounts.service.catalog.DiscountRecords;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.RedemptionOutcome.Refused;
import io.discounts.service.redemption.RedemptionOutcome.Unavailable;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Takes what a checkout asks for, all of it or nothing. Rows are locked in the same order by everybody: discounts (shared),
 * exclusive holds, customers, budgets; within each by key. Two baskets that want the same discounts wait for each other
 * rather than deadlock. Budgets come last, for they are what others want as well.
 */
final class Holding {
    private record Wanted(DiscountKey key, Discount discount, long amount) {
        Charge charge() {
            return new Charge(key, 1, amount);
        }
    }

    private final DiscountRecords discounts;
    private final JdbcRedemptions rows;
    private final ExclusiveHolds exclusives;
    private final CustomerLimits customers;
    private final UsageBudgets budgets;
    private final DiscountLocks locks;
    private final HoldNews news;
    private final RedemptionEvents events;
    private final RedemptionMetrics metrics;
    private final Supplier<RedemptionId> ids;
    private final Clock clock;

    Holding(
            DiscountRecords discounts,
            JdbcRedemptions rows,
            ExclusiveHolds exclusives,
            CustomerLimits customers,
            UsageBudgets budgets,
            DiscountLocks locks,
            HoldNews news,
            RedemptionEvents events,
            RedemptionMetrics metrics,
            Supplier<RedemptionId> ids,
            Clock clock) {
        this.discounts = discounts;
        this.rows = rows;
        this.exclusives = exclusives;
        this.customers = customers;
        this.budgets = budgets;
        this.locks = locks;
        this.news = news;
        this.events = events;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    RedemptionOutcome hold(HoldRequest request) {
        var now = clock.instant();
        var wanted = new ArrayList<Wanted>();
        var missing = find(request, now, wanted);
        if (missing != null) {
            return new Refused(Refusal.DISCOUNT_NOT_FOUND, "There is no discount " + missing + " to be had now.");
        }
        var id = ids.get();
        var inUse = takeExclusiveUse(wanted, request, id, now);
        if (inUse != null) {
            return inUse;
        }
        var above = customerAbove(wanted, request.customerId(), now);
        if (above != null) {
            return refused(
                    Refusal.CUSTOMER_LIMIT_REACHED, above, "has been used by the customer as often as it may be");
        }
        var redemption = rows.insert(id, request, now, standings(request, wanted));
        events.tell(redemption, now);
        var exhausted = exhausted(wanted);
        if (exhausted != null) {
            return refused(Refusal.LIMIT_REACHED, exhausted, "has no use left, or not enough money");
        }
        AfterCommit.run(() -> tellHeld(redemption, wanted));
        return new Done(redemption);
    }

    /** The first that cannot be had; the others are added in the order of their keys. */
    private @Nullable DiscountId find(HoldRequest request, Instant now, List<Wanted> wanted) {
        var ids = request.discounts().stream().map(HeldDiscount::discountId).toList();
        var records = discounts.keep(request.region(), ids);
        for (var held : request.discounts()) {
            if (records.get(held.discountId()) instanceof DiscountRecord.Present present
                    && present.discount().validity().contains(now)) {
                var key = new DiscountKey(request.region(), held.discountId());
                wanted.add(new Wanted(key, present.discount(), held.amount()));
            } else {
                return held.discountId();
            }
        }
        wanted.sort(Comparator.comparing(Wanted::key));
        return null;
    }

    private @Nullable RedemptionOutcome takeExclusiveUse(
            List<Wanted> wanted, HoldRequest request, RedemptionId id, Instant now) {
        var exclusive = wanted.stream()
                .filter(one -> one.discount().limits().exclusiveUse())
                .toList();
        var holder = exclusive.isEmpty() ? null : HolderDigest.of(request.customerId());
        for (var one : exclusive) {
            AfterCommit.runIfRolledBack(() -> locks.unlock(one.key(), id));
            switch (locks.tryLock(one.key(), id)) {
                case TAKEN -> {}
                case HELD_BY_ANOTHER -> {
                    return inUse(one);
                }
                case AWAY -> {
                    return new Unavailable("Exclusive discounts cannot be held right now.");
                }
            }
            var taken =
                    new ExclusiveHolds.Holder(one.key(), id, Objects.requireNonNull(holder), now.plus(request.time()));
            if (!exclusives.take(taken)) {
                return inUse(one);
            }
            AfterCommit.run(() -> {
                locks.keep(one.key(), id, request.time());
                news.held(taken);
            });
        }
        return null;
    }

    private static RedemptionOutcome inUse(Wanted one) {
        return refused(Refusal.DISCOUNT_IN_USE, one, "is held by another checkout");
    }

    private static RedemptionOutcome refused(Refusal refusal, Wanted one, String why) {
        return new Refused(refusal, one.key().id() + " " + why + ".");
    }

    private @Nullable Wanted customerAbove(List<Wanted> wanted, String customerId, Instant now) {
        for (var one : wanted) {
            var limit = one.discount().limits().perCustomer();
            if (limit != null && !customers.allowOneMore(one.key(), customerId, limit, now)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable Wanted exhausted(List<Wanted> wanted) {
        for (var one : wanted) {
            if (Allowance.isCounted(one.discount().limits()) && !budgets.take(one.discount(), one.charge())) {
                return one;
            }
        }
        return null;
    }

    private static List<Line.Standing> standings(HoldRequest request, List<Wanted> wanted) {
        return request.discounts().stream()
                .map(held -> wanted.stream()
                        .filter(one -> one.key().id().equals(held.discountId()))
                        .findFirst()
                        .orElseThrow())
                .map(one -> standing(one.discount()))
                .toList();
    }

    private static Line.Standing standing(Discount discount) {
        return Allowance.isCounted(discount.limits()) ? Line.Standing.CHARGED : Line.Standing.UNCHARGED;
    }

    private void tellHeld(Redemption redemption, List<Wanted> wanted) {
        metrics.reached(RedemptionStatus.HELD);
        for (var one : wanted) {
            if (one.discount().limits().perCustomer() != null) {
                news.used(one.key(), HolderDigest.of(redemption.customerId()));
            }
        }
    }

    /**
     * Takes once more what an expired hold has given back, for good: whoever is late needs no exclusive use, only that
     * nobody else has it now. Validity does not count, for it did when the hold was taken.
     */
    boolean takeAgain(Redemption late) {
        var now = clock.instant();
        var ids = late.discounts().stream().map(HeldDiscount::discountId).toList();
        var records = discounts.keep(late.region(), ids);
        var lines = rows.lines(late.fencingToken());
        var wanted = new ArrayList<Wanted>();
        for (var line : lines) {
            if (!(records.get(line.discount().id()) instanceof DiscountRecord.Present present)) {
                return false;
            }
            wanted.add(new Wanted(line.discount(), present.discount(), line.amount()));
        }
        if (wanted.stream().anyMatch(one -> exclusives.isHeld(one.key()))
                || customerAbove(wanted, late.customerId(), now) != null) {
            return false;
        }
        var charged = new ArrayList<Line>();
        var uncharged = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var one = wanted.get(i);
            if (Allowance.isCounted(one.discount().limits())) {
                if (!budgets.take(one.discount(), one.charge())) {
                    return false;
                }
                charged.add(lines.get(i));
            } else {
                (budgets.takeRegardless(one.charge()) ? charged : uncharged).add(lines.get(i));
            }
        }
        rows.stand(charged, Line.Standing.CHARGED);
        rows.stand(uncharged, Line.Standing.UNCHARGED);
        AfterCommit.run(() -> wanted.forEach(one -> news.used(one.key(), HolderDigest.of(late.customerId()))));
        return true;
    }
}
