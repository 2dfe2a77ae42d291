package io.discounts.sdk.spring;

/**
 * The access token of each request to the service, as a bean of the host; it outranks {@code discounts.client.token}. Asked for
 * every request, on the thread that makes it. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface BearerToken {
    /** The token without {@code Bearer}; must answer from memory. An empty one is not sent. */
    String value();
}
