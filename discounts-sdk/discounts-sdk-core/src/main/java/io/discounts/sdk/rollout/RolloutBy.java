package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

/** What is taken into a rollout as a whole. */
public enum RolloutBy {
    /** Once in, a customer is in at every store. Calls without a customer are not in. */
    CUSTOMER("customers"),
    /** Once in, a store is in for every customer. Searches of several stores are not in. */
    STORE("stores"),
    /** Once in, a city is in with all it has. Calls that name none are not in. */
    CITY("cities");

    private final String plural;

    RolloutBy(String plural) {
        this.plural = plural;
    }

    @Nullable
    String of(RouteKey key) {
        return switch (this) {
            case CUSTOMER -> key.customerId();
            case STORE -> key.storeId();
            case CITY -> key.city();
        };
    }

    /** As it is written in a flag. */
    String plural() {
        return plural;
    }
}
