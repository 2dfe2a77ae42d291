package io.discounts.sdk;

/** The service was not asked, because it has been failing or has said when to ask again. Without a stack trace. */
public final class BreakerOpenException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public BreakerOpenException(String message) {
        super(Reason.BREAKER_OPEN, message);
    }
}
