package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A condition of a discount. What a rule means is written in the {@code eligibility} module; here is what it says. */
public sealed interface Rule {

    /** The rule's type as the contract writes it. */
    default String type() {
        return switch (this) {
            case MinBasket ignored -> "min_basket";
            case MinQuantity ignored -> "min_quantity";
            case Segment ignored -> "segment";
            case OrderCount ignored -> "order_count";
            case Schedule ignored -> "schedule";
            case PaymentMethod ignored -> "payment_method";
            case Platform ignored -> "platform";
            case Fulfilment ignored -> "fulfilment";
            case Customer ignored -> "customer";
        };
    }

    /** Whether what is in the basket decides, and nothing else does. */
    default boolean asksOfBasket() {
        return switch (this) {
            case MinBasket ignored -> true;
            case MinQuantity ignored -> true;
            case Segment ignored -> false;
            case OrderCount ignored -> false;
            case Schedule ignored -> false;
            case PaymentMethod ignored -> false;
            case Platform ignored -> false;
            case Fulfilment ignored -> false;
            case Customer ignored -> false;
        };
    }

    /** The matching lines are worth at least {@code amount} before any discount, fees left out. */
    record MinBasket(Money amount, Selection of) implements Rule {
        public MinBasket {
            Checks.check(!amount.isZero(), "amount must be at least 1");
        }
    }

    /** The matching lines hold at least {@code quantity} units. */
    record MinQuantity(int quantity, Selection of) implements Rule {
        public MinQuantity {
            Checks.check(quantity >= 1, "quantity must be at least 1");
        }
    }

    /** The customer is in one of {@code anyOf} (empty: asks nothing) and in none of {@code noneOf}. */
    record Segment(Set<String> anyOf, Set<String> noneOf) implements Rule {
        public Segment {
            anyOf = Checks.names(anyOf, "anyOf");
            noneOf = Checks.names(noneOf, "noneOf");
        }
    }

    /** The customer's confirmed orders in the region before this one, bounds inclusive; at least one bound is set. */
    record OrderCount(@Nullable Integer min, @Nullable Integer max) implements Rule {
        public OrderCount {
            Checks.check(min != null || max != null, "order_count needs min or max");
            Checks.check(min == null || min >= 0, "min must be at least 0");
            Checks.check(max == null || max >= 0, "max must be at least 0");
            Checks.check(min == null || max == null || min <= max, "min must not exceed max");
        }
    }

    /** The moment, told in local time of {@code timezone}, lies in one of the windows. */
    record Schedule(ZoneId timezone, List<Window> windows) implements Rule {
        /** Kept, for the JDK copies its set of some 600 names at every call, and schedules are read by the thousand. */
        private static final Set<String> TIMEZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

        public Schedule {
            Checks.check(TIMEZONES.contains(timezone.getId()), "timezone must be an IANA timezone name");
            Checks.check(!windows.isEmpty(), "windows must not be empty");
            windows = List.copyOf(windows);
        }
    }

    /** Paid by one of these methods. */
    record PaymentMethod(Set<String> anyOf) implements Rule {
        public PaymentMethod {
            anyOf = Checks.someNames(anyOf, "anyOf");
        }
    }

    /** Ordered on one of these platforms. */
    record Platform(Set<String> anyOf) implements Rule {
        public Platform {
            anyOf = Checks.someNames(anyOf, "anyOf");
        }
    }

    /** Handed over in one of these ways. */
    record Fulfilment(Set<String> anyOf) implements Rule {
        public Fulfilment {
            anyOf = Checks.someNames(anyOf, "anyOf");
        }
    }

    /** Ordered by one of these customers. */
    record Customer(Set<String> anyOf) implements Rule {
        public Customer {
            anyOf = Checks.someNames(anyOf, "anyOf");
        }
    }
}
