package io.discounts.sdk.spi;

import java.util.Map;

/**
 * Headers that the host adds to each request to the service, such as {@code traceparent} and {@code X-Request-Id}. Asked on
 * the thread that makes the request: the caller's own, one of the client's for asynchronous calls, or one of the shadow's.
 */
@FunctionalInterface
public interface RequestHeaders {
    RequestHeaders NONE = Map::of;

    /** Must answer from memory. */
    Map<String, String> headers();
}
