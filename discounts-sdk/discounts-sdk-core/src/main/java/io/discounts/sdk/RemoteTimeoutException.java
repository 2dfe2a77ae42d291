package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

/** The service did not answer within the budget of the call. */
public final class RemoteTimeoutException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public RemoteTimeoutException(String message, @Nullable Throwable cause) {
        super(Reason.TIMEOUT, message, cause);
    }
}
