package io.discounts.sdk.internal;

import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.rollout.RouteKey;

import java.time.Duration;
import java.time.Instant;

/**
 * A read that one side has answered and the other is to answer behind the caller. The local side is the control and the
 * service the candidate, whichever of them the caller got.
 *
 * @param answeredBy whose answer the caller got
 * @param took how long that side took for it
 * @param calledAt when that side was asked, by the wall clock
 * @param local the local side, to be asked (again)
 * @param remote the service, to be asked (again)
 * @param <A> a {@code SearchAnswer} or an {@code EvaluateAnswer}
 */
public record MirroredCall<A>(
        Operation operation,
        RouteKey key,
        Object request,
        Path answeredBy,
        A answer,
        Duration took,
        Instant calledAt,
        DiscountsBackend local,
        DiscountsBackend remote) {}
