package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

/** Learns of every reading of a flag, on the thread that reads them. Must not block. */
@FunctionalInterface
public interface FlagObserver {
    /**
     * A flag was read, or was not.
     *
     * @param reason OpenFeature's, such as {@code STATIC}, or whatever the provider calls it
     * @param error OpenFeature's error code; absent if it went well
     */
    void read(String key, String reason, @Nullable String error);
}
