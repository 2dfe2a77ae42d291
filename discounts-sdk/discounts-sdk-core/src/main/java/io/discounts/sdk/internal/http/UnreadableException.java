package io.discounts.sdk.internal.http;

import java.io.IOException;

/** A response is no answer, on its way to becoming an {@code UnreadableAnswerException}. */
final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
