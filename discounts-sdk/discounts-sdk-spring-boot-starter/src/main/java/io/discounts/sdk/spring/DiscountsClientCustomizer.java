package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClientBuilder;

/** A bean of the host that changes the client before it is built, after all properties; several by their order. */
@FunctionalInterface
public interface DiscountsClientCustomizer {
    void customize(DiscountsClientBuilder builder);
}
