package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/** The local search failed, with what it threw as the cause, or there is none. */
public final class LocalFailedException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public LocalFailedException(String message, @Nullable Throwable cause) {
        super(Reason.LOCAL_FAILED, message, cause);
    }
}
