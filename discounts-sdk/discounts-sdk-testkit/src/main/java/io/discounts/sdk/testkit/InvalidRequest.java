package io.discounts.sdk.testkit;

/** What a request says cannot be served; it becomes a 400 with a problem. */
final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRequest(String message) {
        super(message);
    }
}
