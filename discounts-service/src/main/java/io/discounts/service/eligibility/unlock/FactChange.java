package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One fact that a customer can change, and what it has to become. */
public sealed interface FactChange {
    /**
     * More in the basket: whichever matching items, as long as no two selections of the discount are met by one item that
     * only one of them names.
     *
     * @param of what to add; everything: anything that the discount does not name
     * @param units at least 1
     * @param amount what they are worth together, in minor units; 0 if only their number counts
     * @param dear how many of them must cost at least {@code dearPrice} each
     */
    record AddItems(Selection of, long units, long amount, long dear, long dearPrice) implements FactChange {
        /** Whether single units must be dear, which the amount of a single one says already. */
        public boolean hasDearUnits() {
            return dear > 0 && units > 1;
        }

        /** The addition as units with prices: the money in as few units as can be. */
        List<Portion> portions() {
            return Portion.spread(units, amount, dear, dearPrice);
        }
    }

    record JoinSegment(String segment) implements FactChange {}

    /** The customer's segments must be known, and none of these among them. */
    record TellSegments(Set<String> noneOf) implements FactChange {}

    record PayWith(String paymentMethod) implements FactChange {}

    record OrderOn(String platform) implements FactChange {}

    record ReceiveBy(String fulfilment) implements FactChange {}

    /** Confirmed orders on top of those known, or at all if none is known. */
    record OrderMore(int orders) implements FactChange {}

    /** The customer's number of orders must be known, and at most {@code max}; absent: any number will do. */
    record TellOrderCount(@Nullable Integer max) implements FactChange {}

    record OrderAt(Instant at) implements FactChange {}

    /** Whoever orders must be known. */
    record IdentifyCustomer() implements FactChange {}
}
