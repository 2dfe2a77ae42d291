package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far an operation may go. Safe for use by many threads. */
final class GuardedOperation {
    private static final Map<Stage, Route> CAPPED = new EnumMap<>(Stage.class);

    static {
        for (var stage : Stage.values()) {
            CAPPED.put(stage, new Route(stage, Reason.STEPPED_DOWN));
        }
    }

    private final Operation operation;
    private volatile Stage ceiling = Stage.REMOTE_ONLY;
    private volatile Stage highest = Stage.LOCAL;

    GuardedOperation(Operation operation) {
        this.operation = operation;
    }

    Stage ceiling() {
        return ceiling;
    }

    Route cap(Route route) {
        var stage = route.stage();
        if (stage.compareTo(ceiling) > 0) {
            // The ceiling was reached, and so it can be lowered again.
            raise(ceiling);
            return CAPPED.getOrDefault(ceiling, route);
        }
        raise(stage);
        return route;
    }

    /** One down from the highest stage that calls were at; none if the service answers no caller anyway. */
    synchronized Optional<StepDown> stepDown(Burnt budget, SequentialTest.Tally tally) {
        // A call may still be on its way to a stage from before.
        var from = highest.compareTo(ceiling) > 0 ? ceiling : highest;
        if (!from.asksRemote()) {
            return Optional.empty();
        }
        ceiling = from.below();
        highest = Stage.LOCAL;
        return Optional.of(new StepDown(operation, from, ceiling, budget, tally.calls(), tally.bad()));
    }

    synchronized void reset() {
        ceiling = Stage.REMOTE_ONLY;
    }

    private void raise(Stage stage) {
        if (stage.compareTo(highest) > 0) {
            highest = stage;
        }
    }
}
