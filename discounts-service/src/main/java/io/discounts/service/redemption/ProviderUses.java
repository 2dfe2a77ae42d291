package io.discounts.service.redemption;

import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.UseReports;
import io.discounts.service.discount.UseReported;
import io.discounts.service.redemption.Overruns.Overrun;
import io.discounts.service.redemption.Overruns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Optional;

/**
 * Settles redemptions by their providers' word. A hold is confirmed. One that has expired is taken again if enough is left;
 * if not, the use has been booked all the same: the redemption is COMPENSATED and each of its uses an overrun. Released,
 * cancelled and unknown redemptions stay as they are, and the use is an overrun as well.
 */
final class ProviderUses implements UseReports {
    private final Redemptions redemptions;
    private final JdbcRedemptions rows;
    private final Overruns overruns;
    private final RedemptionMetrics metrics;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    ProviderUses(
            Redemptions redemptions,
            JdbcRedemptions rows,
            Overruns overruns,
            RedemptionMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.redemptions = redemptions;
        this.rows = rows;
        this.overruns = overruns;
        this.metrics = metrics;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @Override
    public ChangeOutcome settle(UseReported report) {
        var known = find(report)
                .filter(redemption -> redemption.region().equals(report.region())
                        && redemption.discounts().stream()
                                .anyMatch(held -> held.discountId().equals(report.id())));
        var changed = known.map(redemption -> settle(redemption, report))
                .orElseGet(() -> overrun(report, Reason.UNKNOWN, null));
        return changed ? ChangeOutcome.APPLIED : ChangeOutcome.OUTDATED;
    }

    private Optional<Redemption> find(UseReported report) {
        return RedemptionId.isRedemptionId(report.redemptionId())
                ? rows.lock(new RedemptionId(report.redemptionId()))
                : Optional.empty();
    }

    private boolean settle(Redemption known, UseReported report) {
        return switch (known.status()) {
            case HELD, EXPIRED -> {
                if (!confirm(known, report.orderId())) {
                    compensate(known, report.orderId());
                }
                yield true;
            }
            case CONFIRMED, CONFIRMED_LATE, COMPENSATED -> false;
            case RELEASED -> overrun(report, Reason.RELEASED, money(known, report));
            case CANCELLED -> overrun(report, Reason.CANCELLED, money(known, report));
        };
    }

    /** What a late try takes of several discounts before it fails at one goes back to where it was. */
    private boolean confirm(Redemption known, String orderId) {
        return Boolean.TRUE.equals(savepoint.execute(status -> {
            var done = redemptions.confirm(known.id(), known.fencingToken(), orderId) instanceof RedemptionOutcome.Done;
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    private void compensate(Redemption known, String orderId) {
        var compensated = redemptions.compensate(known, orderId);
        for (var held : compensated.discounts()) {
            var discount = new DiscountKey(compensated.region(), held.discountId());
            record(new Overrun(discount, compensated.id().value(), orderId, Reason.EXPIRED, held.amount()));
        }
    }

    private static long money(Redemption known, UseReported report) {
        return known.discounts().stream()
                .filter(held -> held.discountId().equals(report.id()))
                .mapToLong(HeldDiscount::amount)
                .sum();
    }

    private boolean overrun(UseReported report, Reason reason, @Nullable Long money) {
        var discount = new DiscountKey(report.region(), report.id());
        return record(new Overrun(discount, report.redemptionId(), report.orderId(), reason, money));
    }

    private boolean record(Overrun overrun) {
        var recorded = overruns.record(overrun, clock.instant());
        if (recorded) {
            AfterCommit.run(() -> metrics.overrun(overrun.reason()));
        }
        return recorded;
    }
}
