package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * What a caller says about a call besides the request itself.
 *
 * @param priority {@link Priority#BROWSE} unless said otherwise
 * @param budget how long the whole call may take; absent: {@link ClientOptions#budget}
 * @param city for a rollout by city, which no request carries; absent: the call is not in such a rollout
 */
public record Call(
        Priority priority,
        @Nullable Duration budget,
        @Nullable String city) {
    /** A call from store navigation, with the client's default budget. */
    public static final Call BROWSE = new Call(Priority.BROWSE, null, null);

    /** A call from checkout, with the client's default budget. */
    public static final Call CHECKOUT = new Call(Priority.CHECKOUT, null, null);

    public Call {
        Objects.requireNonNull(priority, "priority");
        if (budget != null && (budget.isNegative() || budget.isZero())) {
            throw new IllegalArgumentException("budget must be positive");
        }
    }

    public Call within(Duration newBudget) {
        return new Call(priority, newBudget, city);
    }

    public Call in(String newCity) {
        return new Call(priority, budget, newCity);
    }
}
