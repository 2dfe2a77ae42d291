package io.discounts.sdk.report;

import io.discounts.sdk.Operation;

/**
 * Calls that were to be compared and were not.
 *
 * @param kind whether they were dropped before they were mirrored, or one side gave no answer
 * @param why in a few words
 */
public record Uncompared(Operation operation, Kind kind, String why, long calls) {
    /** How far they came. */
    public enum Kind {
        /** Not mirrored, for want of room, time or memory. */
        DROPPED,
        /** Mirrored, but one side gave no answer to compare. */
        INCOMPARABLE
    }
}
