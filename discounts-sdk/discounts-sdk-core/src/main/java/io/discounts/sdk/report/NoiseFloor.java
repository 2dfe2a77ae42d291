package io.discounts.sdk.report;

import io.discounts.sdk.Operation;

/**
 * How often the local search does not give itself the same answer.
 *
 * @param samples calls that it was asked twice for
 * @param differing of these, calls with two answers
 */
public record NoiseFloor(Operation operation, long samples, long differing) {
    /** From 0 to 1; 0 without samples. */
    public double share() {
        return samples == 0 ? 0 : (double) differing / samples;
    }
}
