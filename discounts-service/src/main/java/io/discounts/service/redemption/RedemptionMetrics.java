package io.discounts.service.redemption;

import io.discounts.service.redemption.reconciliation.DifferenceKind;
import io.discounts.service.redemption.reconciliation.ReconciliationReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Every meter of redemptions. */
final class RedemptionMetrics {
    /** Orders to hold, confirm, release, cancel, by operation and outcome; how long and how many. */
    static final String WRITES = "discounts.redemption.writes";

    /** Redemptions that reached a state, by state. */
    static final String STATES = "discounts.redemption.states";

    /** Takes from budgets, by where they took: slice, row, collected, refused. */
    static final String TAKES = "discounts.redemption.takes";

    /** Tries to take an exclusive discount's lock in Redis, by result: taken, held, away. */
    static final String LOCKS = "discounts.redemption.locks";

    /** Uses booked by providers that no hold covers, by reason. */
    static final String OVERRUNS = "discounts.redemption.overruns";

    /** Customers about whom a read knew nothing yet, by uses: none, or some. */
    static final String CUSTOMERS_MET = "discounts.redemption.customers.met";

    /** Queries for a customer's uses, as the customer may have used a discount that a read was to decide on. */
    static final String CUSTOMER_LOADS = "discounts.redemption.customer.loads";

    /** How many customers and uses are remembered; far more than discounts.redemption.uses, and ever more are asked about. */
    static final String USES = "discounts.redemption.uses";

    /** Whether who has used what is known well enough to spare MySQL questions: 1, or 0. */
    static final String USES_CURRENT = "discounts.redemption.uses.current";

    /**
     * What the last reconciliation found not to agree, by kind; each instance tells the same. Anything but 0 wants somebody to
     * look.
     */
    static final String DIFFERENCES = "discounts.redemption.differences";

    /** When that was, in seconds since 1970. */
    static final String RECONCILED = "discounts.redemption.reconciled.at";

    private final MeterRegistry registry;
    private final Counter customerLoads;
    private volatile @Nullable ReconciliationReport reconciled;

    RedemptionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.customerLoads = registry.counter(CUSTOMER_LOADS);
    }

    void written(String operation, String outcome, Duration took) {
        registry.timer(WRITES, "operation", operation, "outcome", outcome).record(took);
    }

    void reached(RedemptionStatus status) {
        Counter.builder(STATES)
                .tag("state", status.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    void taken(String from) {
        registry.counter(TAKES, "from", from).increment();
    }

    void overrun(Overruns.Reason reason) {
        registry.counter(OVERRUNS, "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void customerMet(boolean mayHaveUses) {
        registry.counter(CUSTOMERS_MET, "uses", mayHaveUses ? "some" : "none").increment();
    }

    void customerAsked() {
        customerLoads.increment();
    }

    void possible(PossibleUses possible) {
        Gauge.builder(USES, possible::size).register(registry);
        Gauge.builder(USES_CURRENT, () -> possible.isCurrent() ? 1 : 0).register(registry);
    }

    /** Until there has been a reconciliation, nothing is told of any. */
    void reconciled(ReconciliationReport report) {
        var first = reconciled == null;
        reconciled = report;
        if (first) {
            Gauge.builder(RECONCILED, () -> report().checkedAt().getEpochSecond())
                    .register(registry);
            for (var kind : DifferenceKind.values()) {
                Gauge.builder(DIFFERENCES, () -> report().differences(kind))
                        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
    }

    private ReconciliationReport report() {
        return Objects.requireNonNull(reconciled);
    }

    void lock(String result) {
        registry.counter(LOCKS, "result", result).increment();
    }
}
