package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

/** How the customer orders. Absent is unknown. */
public record Context(
        @Nullable String platform,
        @Nullable String fulfilment,
        @Nullable String paymentMethod) {
    public static final Context UNKNOWN = new Context(null, null, null);
}
