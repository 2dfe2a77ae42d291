package io.discounts.service.redemption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.time.Duration;
import java.util.Locale;

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

    private final MeterRegistry registry;

    RedemptionMetrics(MeterRegistry registry) {
        this.registry = registry;
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

    void lock(String result) {
        registry.counter(LOCKS, "result", result).increment();
    }
}
