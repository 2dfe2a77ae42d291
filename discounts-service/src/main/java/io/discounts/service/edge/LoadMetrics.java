package io.discounts.service.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Every meter of load control, by the gate's name. Safe for use by any thread. */
final class LoadMetrics {
    /** Requests by priority and outcome (admitted, shed, late). */
    static final String ADMISSIONS = "discounts.edge.admissions";

    /** How many requests may be worked on at a time. */
    static final String LIMIT = "discounts.edge.limit";

    /** How many requests are worked on. */
    static final String IN_FLIGHT = "discounts.edge.in.flight";

    private static final String GATE = "gate";

    private final Map<Priority, Counter> admitted = new EnumMap<>(Priority.class);
    private final Map<Priority, Map<Admission.Refused, Counter>> refused = new EnumMap<>(Priority.class);

    LoadMetrics(MeterRegistry registry, String name, Gate gate) {
        Gauge.builder(LIMIT, gate, Gate::limit).tag(GATE, name).register(registry);
        Gauge.builder(IN_FLIGHT, gate, Gate::inFlight).tag(GATE, name).register(registry);
        for (var priority : Priority.values()) {
            admitted.put(priority, counter(registry, name, priority, "admitted"));
            var reasons = new EnumMap<Admission.Refused, Counter>(Admission.Refused.class);
            for (var reason : Admission.Refused.values()) {
                reasons.put(
                        reason, counter(registry, name, priority, reason.name().toLowerCase(Locale.ROOT)));
            }
            refused.put(priority, reasons);
        }
    }

    void count(Priority priority, Admission admission) {
        var counter = switch (admission) {
            case Admission.Admitted ignored -> admitted.get(priority);
            case Admission.Refused reason ->
                refused.getOrDefault(priority, Map.of()).get(reason);
        };
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(MeterRegistry registry, String gate, Priority priority, String outcome) {
        return registry.counter(ADMISSIONS, GATE, gate, "priority", priority.key(), "outcome", outcome);
    }
}
