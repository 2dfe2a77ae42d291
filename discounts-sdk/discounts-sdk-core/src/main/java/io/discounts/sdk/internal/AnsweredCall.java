package io.discounts.sdk.internal;

import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Source;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.RouteKey;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A call that its caller has an answer to, or an exception.
 *
 * @param source absent if neither side answered
 * @param took what the caller waited
 * @param remoteTook what the service took of it; absent if it was not asked
 * @param localTook what the local search took of it; absent if it was not asked
 * @param remoteFailure why the service did not answer; absent if it did or was not asked
 */
public record AnsweredCall(
        Operation operation,
        Route route,
        RouteKey key,
        @Nullable Source source,
        Duration took,
        @Nullable Duration remoteTook,
        @Nullable Duration localTook,
        @Nullable DiscountsException remoteFailure) {}
