package io.discounts.service.eligibility;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * What a request tells about the order to be placed; what is absent is unknown, not false.
 *
 * @param basket absent while the customer still looks around
 * @param at the moment decided for
 */
public record Facts(
        Customer customer, Context context, @Nullable Basket basket, Instant at) {

    /**
     * Who orders.
     *
     * @param segments empty is known: the customer is in no segment
     * @param orderCount confirmed orders in the region before this one
     */
    public record Customer(
            @Nullable String id,
            @Nullable Set<String> segments,
            @Nullable Integer orderCount) {
        public static final Customer UNKNOWN = new Customer(null, null, null);

        public Customer {
            segments = segments == null ? null : OrderedSet.copyOf(segments);
        }
    }

    /** How the order is placed, handed over and paid. */
    public record Context(
            @Nullable String platform,
            @Nullable String fulfilment,
            @Nullable String paymentMethod) {
        public static final Context UNKNOWN = new Context(null, null, null);
    }
}
