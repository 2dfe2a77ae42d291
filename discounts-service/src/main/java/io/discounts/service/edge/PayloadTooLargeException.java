package io.discounts.service.edge;

/** A body turned out to be larger than allowed while it was read; thrown through whatever was reading it. */
final class PayloadTooLargeException extends RuntimeException {
    PayloadTooLargeException(long maxBytes) {
        super("the request body exceeds " + maxBytes + " bytes", null, false, false);
    }
}
