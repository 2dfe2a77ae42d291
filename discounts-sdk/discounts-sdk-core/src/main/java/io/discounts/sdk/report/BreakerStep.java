package io.discounts.sdk.report;

import java.time.Instant;

/**
 * A breaker has changed its state.
 *
 * @param breaker {@code reads}, {@code writes} or {@code shadow}
 * @param from {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}
 * @param to {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}
 */
public record BreakerStep(String breaker, String from, String to, Instant at) {}
