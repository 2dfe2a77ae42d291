package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/** The caller was interrupted, cancelled the call or closed the client. */
public final class CallAbortedException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public CallAbortedException(String message, @Nullable Throwable cause) {
        super(Reason.ABORTED, message, cause);
    }
}
