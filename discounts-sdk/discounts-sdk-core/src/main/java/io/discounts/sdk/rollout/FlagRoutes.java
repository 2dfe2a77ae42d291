package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;

import java.util.function.Supplier;

/** As the flags say; local until they have said anything. Costs a read of memory, and a hash while a rollout is under way. */
record FlagRoutes(Supplier<FlagValues> flags, StickyBucket bucket) implements Routes {
    private static final Route UNREAD = new Route(Stage.LOCAL, Reason.DEFAULT);

    @Override
    public Route route(Operation operation, RouteKey key) {
        var staging = flags.get().of(operation);
        return staging == null ? UNREAD : staging.route(key, bucket);
    }
}
