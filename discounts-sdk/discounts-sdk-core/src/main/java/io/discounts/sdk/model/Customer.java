package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The customer as far as the caller knows. Absent is unknown; an empty list of segments is known: none.
 *
 * @param orderCount the confirmed orders in the region before this one
 */
public record Customer(
        @Nullable String id,
        @Nullable List<String> segments,
        @Nullable Integer orderCount) {
    public static final Customer UNKNOWN = new Customer(null, null, null);

    public Customer {
        segments = segments == null ? null : List.copyOf(segments);
        Require.that(orderCount == null || orderCount >= 0, "orderCount must not be negative");
    }
}
