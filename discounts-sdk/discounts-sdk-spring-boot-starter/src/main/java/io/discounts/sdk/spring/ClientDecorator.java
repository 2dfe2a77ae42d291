package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;

/** Wraps the client that hosts get. */
@FunctionalInterface
interface ClientDecorator {
    DiscountsClient decorate(DiscountsClient client);
}
