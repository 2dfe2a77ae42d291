package io.discounts.sdk.internal;

import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.Deadline;

import java.time.Duration;

/**
 * When a call has to be over.
 *
 * @param whole for everything
 * @param remote for the service, where the local search is to answer should it fail
 */
record Budget(Deadline whole, Deadline remote) {
    static Budget of(Duration budget, ClientOptions options, Ticking time) {
        return new Budget(time.deadline(budget), time.deadline(options.remoteBudget(budget)));
    }
}
