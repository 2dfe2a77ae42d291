package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;

import java.time.Duration;

/** Guards that have had enough. */
public final class GuardFixture {
    private GuardFixture() {}

    /** Impatient with all that a default guard is patient with. */
    public static GuardOptions impatient() {
        var defaults = GuardOptions.DEFAULTS;
        return new GuardOptions(
                defaults.errors(),
                defaults.defects(),
                defaults.slow(),
                defaults.slowAfter(),
                defaults.callsPerFalseStop(),
                Duration.ZERO);
    }

    /** Steps an impatient guard down once, whose operation has been routed before. */
    public static void burn(Guard guard, Operation operation) {
        var before = guard.ceiling(operation);
        while (guard.ceiling(operation) == before) {
            guard.answered(failed(operation));
        }
    }

    private static AnsweredCall failed(Operation operation) {
        return new AnsweredCall(
                operation,
                new Route(Stage.LOCAL, Reason.STAGE),
                new RouteKey("ES", "c-1", "s-1", null),
                Source.LOCAL,
                Duration.ofMillis(10),
                Duration.ofMillis(5),
                Duration.ofMillis(5),
                new RemoteFailedException("it broke off", null));
    }
}
