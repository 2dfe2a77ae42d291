package io.discounts.sdk.model;

import java.util.Objects;

/** What a discount takes off a line, in minor units. */
public record LineAmount(String lineId, long amount) {
    public LineAmount {
        Objects.requireNonNull(lineId, "lineId");
        Require.that(amount >= 0, "amount must not be negative");
    }
}
