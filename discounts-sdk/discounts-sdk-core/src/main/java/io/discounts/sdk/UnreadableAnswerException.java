package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/** The service answered with what is no answer: not JSON, cut off, too large, or not as the contract has it. */
public final class UnreadableAnswerException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String message, @Nullable Throwable cause) {
        super(Reason.UNREADABLE, message, cause);
    }
}
