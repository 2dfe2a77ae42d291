package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The last good values of the flags.
 *
 * @param search absent until it was read for the first time
 * @param evaluate absent until it was read for the first time
 */
record FlagValues(
        boolean killed, @Nullable Staging search, @Nullable Staging evaluate) {
    static final FlagValues UNREAD = new FlagValues(false, null, null);

    /** Writes follow the path of an evaluation, and so its flag. */
    @Nullable
    Staging of(Operation operation) {
        return operation == Operation.SEARCH ? search : evaluate;
    }
}
