package io.discounts.service.redemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Ends uses in the caller's transaction, which holds the redemptions' rows: exclusive holds first, then lines, then budgets,
 * each in the order of their keys and each budget once, so that who ends many uses deadlocks with nobody.
 */
final class Ending {
    private final JdbcRedemptions redemptions;
    private final ExclusiveHolds exclusives;
    private final UsageBudgets budgets;
    private final DiscountLocks locks;
    private final HoldNews news;

    Ending(
            JdbcRedemptions redemptions,
            ExclusiveHolds exclusives,
            UsageBudgets budgets,
            DiscountLocks locks,
            HoldNews news) {
        this.redemptions = redemptions;
        this.exclusives = exclusives;
        this.budgets = budgets;
        this.locks = locks;
        this.news = news;
    }

    /** Gives back all that redemptions use. */
    void giveBack(Collection<Redemption> ended) {
        endExclusiveUse(ended);
        var lines = new ArrayList<Line>();
        var charges = new TreeMap<DiscountKey, Charge>();
        for (var redemption : ended) {
            var holder = HolderDigest.of(redemption.customerId());
            for (var line : redemptions.lines(redemption.fencingToken())) {
                lines.add(line);
                if (isCharged(line)) {
                    charges.merge(line.discount(), line.charge(), Charge::plus);
                }
                AfterCommit.run(() -> news.used(line.discount(), holder));
            }
        }
        lines.sort((one, other) -> one.discount().compareTo(other.discount()));
        redemptions.stand(lines, Line.Standing.GIVEN_BACK);
        charges.values().forEach(budgets::giveBack);
    }

    private boolean isCharged(Line line) {
        return switch (line.standing()) {
            case GIVEN_BACK -> false;
            case CHARGED -> true;
            case UNCHARGED -> budgets.isChargedSince(line);
        };
    }

    /** Lets others have what redemptions hold exclusively. */
    void endExclusiveUse(Collection<Redemption> ended) {
        var uses = new ArrayList<ExclusiveHolds.Use>();
        for (var redemption : ended) {
            for (var discount : redemption.discounts()) {
                uses.add(new ExclusiveHolds.Use(
                        new DiscountKey(redemption.region(), discount.discountId()), redemption.id()));
            }
        }
        exclusives.among(uses).stream()
                .sorted(Comparator.comparing(ExclusiveHolds.Use::discount))
                .forEach(this::endExclusiveUse);
    }

    private void endExclusiveUse(ExclusiveHolds.Use use) {
        exclusives.end(use);
        AfterCommit.run(() -> {
            locks.unlock(use.discount(), use.redemption());
            news.ended(use.discount(), use.redemption());
        });
    }

    void expire(List<Redemption> due, Instant now) {
        due.forEach(redemption -> redemptions.change(redemption.with(RedemptionStatus.EXPIRED, null), now));
        giveBack(due);
    }
}
