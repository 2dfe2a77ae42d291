package io.discounts.sdk.spi;

import java.io.IOException;

/**
 * Carries requests to the service. The SDK brings one over OkHttp; a host may bring its own. Must be safe for use by many
 * threads.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and returns once the head of the response is there; its body is read from the response.
     *
     * <p>By the request's deadline the exchange must be over, whatever it is doing then: connecting, waiting for the head,
     * or, later, in the middle of the body, whose stream then throws. The same when the request is cancelled. Nothing is
     * retried here and no redirect followed.
     *
     * @throws java.io.InterruptedIOException if the deadline passed or the thread was interrupted
     * @throws IOException if the service could not be reached or broke off
     */
    TransportResponse send(TransportRequest request) throws IOException;

    /** Aborts what is under way, closes every connection and ends every thread; requests fail from now on. */
    @Override
    void close();
}
