package io.discounts.service.provider.terms;

/** A value that cannot be said in our model. The message is fit for a provider's eyes, and does not quote the value. */
public final class RefusedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Where and what.
     *
     * @param pointer an RFC 6901 pointer into the event's data, or into the part of it that is being read
     */
    public RefusedValueException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
