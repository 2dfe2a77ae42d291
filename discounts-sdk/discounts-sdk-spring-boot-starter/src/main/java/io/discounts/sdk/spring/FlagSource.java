package io.discounts.sdk.spring;

import dev.openfeature.sdk.FeatureProvider;

/**
 * Where the flags come from, as a bean of the host; it outranks {@code discounts.client.flags.*}. A type of its own, for a host's
 * {@link FeatureProvider} beans are the host's: the client initialises its provider and shuts it down.
 */
@FunctionalInterface
public interface FlagSource {
    /** A provider for the client alone; asked once. */
    FeatureProvider provider();
}
