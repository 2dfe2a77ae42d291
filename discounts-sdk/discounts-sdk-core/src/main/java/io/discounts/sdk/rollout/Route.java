package io.discounts.sdk.rollout;

import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;

import java.util.Objects;

/** The stage a call is at, and why. */
public record Route(Stage stage, Reason reason) {
    public Route {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
    }
}
