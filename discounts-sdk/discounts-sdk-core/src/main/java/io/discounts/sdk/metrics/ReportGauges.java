package io.discounts.sdk.metrics;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.report.Report;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.List;

/** Shows what a client's report concludes, in gauges named in {@link SdkMetrics}. Each reading makes a report: for scraping. */
public final class ReportGauges {
    private static final List<Operation> COMPARED = List.of(Operation.SEARCH, Operation.EVALUATE);

    private ReportGauges() {}

    /** The gauges hold the client weakly. */
    public static void show(DiscountsClient client, MeterRegistry registry) {
        for (var operation : COMPARED) {
            Gauge.builder(SdkMetrics.MAY_GO_FURTHER, client, it -> it.report().mayGoFurther(operation) ? 1 : 0)
                    .tag("operation", operation.key())
                    .register(registry);
            Gauge.builder(SdkMetrics.DEFECT_BOUND, client, it -> bound(it.report(), operation))
                    .tag("operation", operation.key())
                    .register(registry);
        }
    }

    private static double bound(Report report, Operation operation) {
        return report.segments().stream()
                .filter(segment -> segment.operation() == operation)
                .mapToDouble(segment -> segment.defects().upperBound())
                .max()
                .orElse(1);
    }
}
