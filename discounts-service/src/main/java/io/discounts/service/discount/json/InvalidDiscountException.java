package io.discounts.service.discount.json;

/** JSON that is no discount. The message is fit for a provider's eyes: where, and what is wrong, without the input. */
public final class InvalidDiscountException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String detail;

    InvalidDiscountException(String pointer, String detail, Throwable cause) {
        super(pointer.isEmpty() ? detail : pointer + ": " + detail, cause);
        this.pointer = pointer;
        this.detail = detail;
    }

    /** An RFC 6901 pointer into the discount's JSON; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    public String detail() {
        return detail;
    }
}
