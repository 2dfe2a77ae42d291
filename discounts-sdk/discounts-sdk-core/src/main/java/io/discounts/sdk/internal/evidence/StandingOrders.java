package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.report.CallCount;
import io.discounts.sdk.report.Steering;
import io.discounts.sdk.rollout.FlagReading;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.Rollout;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * What says where calls go.
 *
 * @param rollout absent where the host routes calls itself
 */
public record StandingOrders(
        KillSwitch killSwitch, @Nullable Rollout rollout) {
    private static final List<Operation> STEERED = List.of(Operation.SEARCH, Operation.EVALUATE);

    Steering steering(List<CallCount> calls, List<Steering.SteppedDown> stepDowns) {
        var steered =
                STEERED.stream().map(operation -> steered(operation, calls)).toList();
        var readings = rollout == null ? List.<FlagReading>of() : rollout.readings();
        return new Steering(killSwitch.holds(), steered, readings, stepDowns);
    }

    private Steering.Steered steered(Operation operation, List<CallCount> calls) {
        if (rollout == null) {
            return new Steering.Steered(operation, null, furthest(operation, calls), null);
        }
        var staging = rollout.staging(operation).orElse(null);
        var ceiling = rollout.guard().map(guard -> guard.ceiling(operation)).orElse(null);
        return staging == null
                ? new Steering.Steered(operation, null, furthest(operation, calls), ceiling)
                : new Steering.Steered(operation, staging.toString(), staging.stage(), ceiling);
    }

    private static @Nullable Stage furthest(Operation operation, List<CallCount> calls) {
        return calls.stream()
                .filter(count -> count.operation() == operation)
                .map(CallCount::stage)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
