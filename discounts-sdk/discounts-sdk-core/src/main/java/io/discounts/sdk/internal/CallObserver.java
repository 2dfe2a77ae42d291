package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;

/**
 * Learns of every call: evidence, guard and meters do. Told on the caller's thread unless said otherwise, so it must be quick; what it
 * throws is swallowed and counted. Safe for use by many threads.
 */
public interface CallObserver {
    void answered(AnsweredCall call);

    /** Told on a thread of the shadow. */
    void compared(ComparedCall call);

    /** There is a shadow; told once, when the client is made. */
    default void shadowed(ShadowLoad load) {}

    /** The control was compared with itself. Told on a thread of the shadow. */
    default void noiseSampled(NoiseSample sample) {}

    /** A call that was to be mirrored was not. */
    default void shadowDropped(Operation operation, ShadowDrop why) {}

    /** A breaker has changed its state. */
    default void breakerChanged(BreakerChange change) {}

    /**
     * A discount of the service was left out of an answer, because this version of the SDK does not know its terms.
     *
     * @param part what is unknown: {@code effect}, {@code target} or {@code condition}
     */
    default void discountSkipped(String part) {}
}
