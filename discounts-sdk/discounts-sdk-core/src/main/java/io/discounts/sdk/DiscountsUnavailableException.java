package io.discounts.sdk;

/**
 * Neither side answered. The cause is why the service did not, and so is the {@link #reason}; the first suppressed exception
 * is why the local search did not.
 */
public final class DiscountsUnavailableException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    public DiscountsUnavailableException(DiscountsException remote, DiscountsException local) {
        super(remote.reason(), "neither the service nor the local search answered", remote);
        addSuppressed(local);
    }
}
