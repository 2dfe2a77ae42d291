package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

/**
 * How often a flag was read with the same outcome.
 *
 * @param reason OpenFeature's, such as {@code STATIC}, or whatever the provider calls it; {@code other} beyond a bound
 * @param error OpenFeature's error code; absent if it went well
 */
public record FlagReading(
        String flag, String reason, @Nullable String error, long readings) {}
