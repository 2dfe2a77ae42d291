package io.discounts.service.redemption;

import io.discounts.service.catalog.DiscountRecord;
import io.discounts.service.catalog.DiscountRecords;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.RedemptionOutcome.Refused;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes what a checkout asks for, all of it or nothing. Rows are locked in the same order by everybody: discounts (shared),
 * exclusive holds, customers, budgets; within each by key. Two baskets that want the same discounts wait for each other
 * rather than deadlock. Budgets come last, for they are what others want as well.
 */
final class Holding {
    private final DiscountRecords discounts;
    private final JdbcRedemptions rows;
    private final ExclusiveTaking exclusives;
    private final CustomerLimits customers;
    private final UsageBudgets budgets;
    private final HoldNews news;
    private final RedemptionEvents events;
    private final RedemptionMetrics metrics;
    private final Supplier<RedemptionId> ids;
    private final Clock clock;

    Holding(
            DiscountRecords discounts,
            JdbcRedemptions rows,
            ExclusiveTaking exclusives,
            CustomerLimits customers,
            UsageBudgets budgets,
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
        var inUse = exclusives.take(wanted, request, id, now);
        if (inUse != null) {
            return inUse;
        }
        var above = customers.firstAbove(wanted, request.customerId(), now);
        if (above != null) {
            return above.refused(Refusal.CUSTOMER_LIMIT_REACHED, "has been used by the customer as often as it may be");
        }
        var redemption = rows.insert(id, request, now, standings(request, wanted));
        events.tell(redemption, now);
        var exhausted = exhausted(wanted);
        if (exhausted != null) {
            return exhausted.refused(Refusal.LIMIT_REACHED, "has no use left, or not enough money");
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

    private @Nullable Wanted exhausted(List<Wanted> wanted) {
        for (var one : wanted) {
            if (one.isCounted() && !budgets.take(one.discount(), one.charge())) {
                return one;
            }
        }
        return null;
    }

    /** In the order asked for. */
    private static List<Line.Standing> standings(HoldRequest request, List<Wanted> wanted) {
        return request.discounts().stream()
                .map(held -> wanted.stream()
                        .filter(one -> one.key().id().equals(held.discountId()))
                        .findFirst()
                        .orElseThrow())
                .map(one -> one.isCounted() ? Line.Standing.CHARGED : Line.Standing.UNCHARGED)
                .toList();
    }

    private void tellHeld(Redemption redemption, List<Wanted> wanted) {
        metrics.reached(RedemptionStatus.HELD);
        for (var one : wanted) {
            if (one.discount().limits().perCustomer() != null) {
                news.used(one.key(), HolderDigest.of(redemption.customerId()));
            }
        }
    }
}
