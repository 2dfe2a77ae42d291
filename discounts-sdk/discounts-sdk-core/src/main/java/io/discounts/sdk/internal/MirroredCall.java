package io.discounts.sdk.internal;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.rollout.RouteKey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A read that one side has answered and the other is to answer behind the caller. The local side is the control and the
 * service the candidate, whichever of them the caller got.
 *
 * @param answeredBy whose answer the caller got
 * @param calledAt when it was asked, by the wall clock
 * @param local asks the local side (again)
 * @param remote asks the service (again)
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
        Function<BackendCall, A> local,
        Function<BackendCall, A> remote) {}
