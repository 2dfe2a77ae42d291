package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * A call whose two sides have been compared, for good: what lag explains is told apart by then, which may be a minute after
 * the call. The local side is the control, the service the candidate.
 *
 * @param answeredBy whose answer the caller got; the other side was asked behind him
 * @param calledAt when that side was asked, by the wall clock
 * @param controlTook what the control took for its first answer; absent if it gave none
 * @param candidateTook what the candidate took for its first answer; absent if it gave none
 */
public record ComparedCall(
        Operation operation,
        RouteKey key,
        Comparison comparison,
        Path answeredBy,
        Instant calledAt,
        @Nullable Duration controlTook,
        @Nullable Duration candidateTook) {}
