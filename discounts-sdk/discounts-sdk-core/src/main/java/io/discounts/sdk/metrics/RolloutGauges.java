package io.discounts.sdk.metrics;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.Staging;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows where a rollout and its guard stand, in gauges named in {@link SdkMetrics}. Writes stand where evaluations do. */
public final class RolloutGauges {
    private static final List<Operation> STEERED = List.of(Operation.SEARCH, Operation.EVALUATE);

    private RolloutGauges() {}

    /** The gauges hold the rollout weakly: keep it, as its client does. */
    public static void show(Rollout rollout, MeterRegistry registry) {
        Gauge.builder(SdkMetrics.KILL_SWITCH, rollout, it -> it.killSwitch().isOn() ? 1 : 0)
                .register(registry);
        for (var operation : STEERED) {
            gauge(SdkMetrics.STAGE, operation, rollout, it -> stage(it, operation), registry);
            gauge(SdkMetrics.ROLLOUT, operation, rollout, it -> percent(it, operation), registry);
        }
    }

    /** The gauges hold the guard weakly: keep it, as its client does. */
    public static void show(Guard guard, MeterRegistry registry) {
        for (var operation : STEERED) {
            gauge(SdkMetrics.CEILING, operation, guard, it -> level(it.ceiling(operation)), registry);
        }
    }

    private static <T> void gauge(
            String name, Operation operation, T of, ToDoubleFunction<T> value, MeterRegistry registry) {
        Gauge.builder(name, of, value).tag("operation", operation.key()).register(registry);
    }

    private static double stage(Rollout rollout, Operation operation) {
        return rollout.staging(operation).map(staging -> level(staging.stage())).orElse(-1);
    }

    private static double percent(Rollout rollout, Operation operation) {
        return rollout.staging(operation)
                .map(Staging::percent)
                .map(Number::doubleValue)
                .orElse(0.0);
    }

    private static int level(Stage stage) {
        return switch (stage) {
            case LOCAL -> 0;
            case SHADOW -> 1;
            case VERIFY -> 2;
            case REMOTE -> 3;
            case REMOTE_ONLY -> 4;
        };
    }
}
