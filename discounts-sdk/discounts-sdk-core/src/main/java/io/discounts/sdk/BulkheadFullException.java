package io.discounts.sdk;

/** The service was not asked, because as many calls are under way as are allowed. Without a stack trace. */
public final class BulkheadFullException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public BulkheadFullException(String message) {
        super(Reason.BULKHEAD_FULL, message);
    }
}
