package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;

import java.util.Objects;

/**
 * A guard has stepped an operation down.
 *
 * @param operation whose stage was lowered: a write that fails lowers that of evaluations, which it follows
 * @param to no call of the operation goes further until the guard is reset
 * @param calls how many were judged since the budget began to burn
 * @param bad how many of them were bad
 */
public record StepDown(Operation operation, Stage from, Stage to, Burnt budget, long calls, long bad) {
    public StepDown {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(budget, "budget");
    }
}
