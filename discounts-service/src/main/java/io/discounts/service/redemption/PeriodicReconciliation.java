package io.discounts.service.redemption;

import io.discounts.service.redemption.reconciliation.KeptReports;
import io.discounts.service.redemption.reconciliation.Reconciliation;
import io.discounts.service.redemption.reconciliation.ReconciliationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import java.time.Duration;

/**
 * Has one of all instances reconcile from time to time, and tells all of them what it found. It costs little: behind each
 * look the database rests from it twenty times as long as the look took.
 */
final class PeriodicReconciliation {
    private static final int LISTED = 10;
    private static final int REST = 20;
    /** If whoever looks dies, others wait so much longer. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(PeriodicReconciliation.class);

    private final Reconciliation reconciliation;
    private final KeptReports reports;
    private final RedemptionMetrics metrics;
    private final Duration every;

    PeriodicReconciliation(
            Reconciliation reconciliation, KeptReports reports, RedemptionMetrics metrics, Duration every) {
        this.reconciliation = reconciliation;
        this.reports = reports;
        this.metrics = metrics;
        this.every = every;
    }

    /** Looks if it is time and this instance's turn. */
    void look() {
        try {
            if (reports.take(every.plus(LONGEST))) {
                var report = reconciliation.check(LISTED);
                reports.keep(report, rest(report));
                tell(report);
            }
            reports.last().ifPresent(metrics::reconciled);
        } catch (DataAccessException away) {
            log.atDebug().setCause(away).log("Nothing is reconciled while the database is away");
        }
    }

    private Duration rest(ReconciliationReport report) {
        var rest = Duration.ofMillis(report.tookMillis()).multipliedBy(REST);
        return rest.compareTo(every) > 0 ? rest : every;
    }

    private static void tell(ReconciliationReport report) {
        if (!report.isClean()) {
            log.atError().addKeyValue("differences", report.differences()).log("Budgets, holds and uses do not agree");
        }
    }
}
