package io.discounts.sdk.internal.json;

import java.io.IOException;

/** A document is not as the contract has it. Its message quotes nothing of it. */
public final class UnexpectedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    UnexpectedJsonException(String message) {
        super(message);
    }

    UnexpectedJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
