package io.discounts.sdk;

/**
 * The service refused the request itself as invalid or not allowed: a wrong token, a wrong address, a value out of its range.
 * Asking again does not help.
 */
public final class RequestRejectedException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;

    /**
     * Of a problem the service told.
     *
     * @param status the HTTP status, 4xx
     * @param slug the contract's name of the problem such as {@code invalid-request}, empty if the service gave none
     */
    public RequestRejectedException(int status, String slug, String detail) {
        super(Reason.REJECTED, "%d %s: %s".formatted(status, slug, detail), null);
        this.status = status;
        this.slug = slug;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }
}
