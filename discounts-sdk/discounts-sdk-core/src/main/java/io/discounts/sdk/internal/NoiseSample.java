package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;

/**
 * The control was asked the same twice: the noise floor is the share of these that mismatch. Taken of calls chosen at random,
 * whether their two sides agree or not.
 *
 * @param comparison of the control with itself; a mismatch has the verdict {@code NOISE}
 */
public record NoiseSample(Operation operation, RouteKey key, Comparison comparison) {}
