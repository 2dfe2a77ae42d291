package io.discounts.service.redemption;

import io.discounts.service.catalog.DiscountRecord;
import io.discounts.service.catalog.DiscountRecords;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes once more what an expired hold has given back, for good: whoever is late needs no exclusive use, only that nobody else
 * has it now. Validity does not count, for it did when the hold was taken.
 */
final class LateTaking {
    private final DiscountRecords discounts;
    private final JdbcRedemptions rows;
    private final ExclusiveHolds exclusives;
    private final CustomerLimits customers;
    private final UsageBudgets budgets;
    private final HoldNews news;
    private final Clock clock;

    LateTaking(
            DiscountRecords discounts,
            JdbcRedemptions rows,
            ExclusiveHolds exclusives,
            CustomerLimits customers,
            UsageBudgets budgets,
            HoldNews news,
            Clock clock) {
        this.discounts = discounts;
        this.rows = rows;
        this.exclusives = exclusives;
        this.customers = customers;
        this.budgets = budgets;
        this.news = news;
        this.clock = clock;
    }

    /** False if not all is to be had; then what has been taken is to be rolled back. */
    boolean take(Redemption late) {
        var lines = rows.lines(late.fencingToken());
        var wanted = wanted(late, lines);
        if (wanted.size() < lines.size()
                || wanted.stream().anyMatch(one -> exclusives.isHeld(one.key()))
                || customers.firstAbove(wanted, late.customerId(), clock.instant()) != null
                || !charge(lines, wanted)) {
            return false;
        }
        AfterCommit.run(() -> wanted.forEach(one -> news.used(one.key(), HolderDigest.of(late.customerId()))));
        return true;
    }

    /** What is still there of it, in the order of the lines. */
    private List<Wanted> wanted(Redemption late, List<Line> lines) {
        var ids = late.discounts().stream().map(HeldDiscount::discountId).toList();
        var records = discounts.keep(late.region(), ids);
        var wanted = new ArrayList<Wanted>();
        for (var line : lines) {
            if (records.get(line.discount().id()) instanceof DiscountRecord.Present present) {
                wanted.add(new Wanted(line.discount(), present.discount(), line.amount()));
            }
        }
        return wanted;
    }

    private boolean charge(List<Line> lines, List<Wanted> wanted) {
        var charged = new ArrayList<Line>();
        var uncharged = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var one = wanted.get(i);
            if (!one.isCounted()) {
                (budgets.takeRegardless(one.charge()) ? charged : uncharged).add(lines.get(i));
            } else if (budgets.take(one.discount(), one.charge())) {
                charged.add(lines.get(i));
            } else {
                return false;
            }
        }
        rows.stand(charged, Line.Standing.CHARGED);
        rows.stand(uncharged, Line.Standing.UNCHARGED);
        return true;
    }
}
