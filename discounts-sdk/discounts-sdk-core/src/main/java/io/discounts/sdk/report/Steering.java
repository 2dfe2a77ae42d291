package io.discounts.sdk.report;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.FlagReading;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.StepDown;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What says where calls go.
 *
 * @param killSwitch who holds it on; nobody: it is off
 * @param operations what the flags and the guard say of searches and evaluations; writes follow evaluations
 * @param readings of flags, by OpenFeature's reasons and errors; empty without a rollout
 * @param stepDowns of the guard, the latest, oldest first
 */
public record Steering(
        List<KillSwitch.Hold> killSwitch,
        List<Steered> operations,
        List<FlagReading> readings,
        List<SteppedDown> stepDowns) {
    public Steering {
        killSwitch = List.copyOf(killSwitch);
        operations = List.copyOf(operations);
        readings = List.copyOf(readings);
        stepDowns = List.copyOf(stepDowns);
    }

    /**
     * Where an operation stands.
     *
     * @param flag what its flag said last, such as {@code VERIFY 10% of customers}; absent if it was never read
     * @param stage that the flag names; without a flag the furthest that calls were at; absent if there were none
     * @param ceiling the furthest stage that the guard allows; absent without a guard
     */
    public record Steered(
            Operation operation,
            @Nullable String flag,
            @Nullable Stage stage,
            @Nullable Stage ceiling) {}

    /** A step down, and when it was. */
    public record SteppedDown(Instant at, StepDown step) {}
}
