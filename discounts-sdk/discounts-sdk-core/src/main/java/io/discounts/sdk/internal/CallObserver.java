package io.discounts.sdk.internal;

/**
 * Learns of every call: evidence, guard and meters do. Told on the caller's thread, so it must be quick; what it throws is
 * swallowed and counted. Safe for use by many threads.
 */
public interface CallObserver {
    void answered(AnsweredCall call);

    void compared(ComparedCall call);
}
