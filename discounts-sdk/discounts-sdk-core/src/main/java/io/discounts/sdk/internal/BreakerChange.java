package io.discounts.sdk.internal;

import java.time.Instant;

/**
 * A step in a breaker's history.
 *
 * @param breaker {@code reads}, {@code writes} or {@code shadow}
 * @param from a state's name: {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}
 * @param to a state's name
 */
public record BreakerChange(String breaker, String from, String to, Instant at) {}
