package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Discounts could not be had. Its kinds are its subclasses; nothing else is thrown by the client but for wrong arguments
 * and for {@link Error}s of the local search, which pass as they are.
 */
public abstract class DiscountsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    protected DiscountsException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Without a stack trace: for what is thrown in thousands a second just when there is no time for it. */
    protected DiscountsException(Reason reason, String message) {
        super(message, null, true, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
