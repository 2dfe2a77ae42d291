package io.discounts.sdk;

/** How much a call matters; the service sheds the least first. */
public enum Priority {
    CHECKOUT("checkout"),
    BROWSE("browse"),
    SHADOW("shadow");

    /** The request header that carries it. */
    public static final String HEADER = "X-Discounts-Priority";

    private final String key;

    Priority(String key) {
        this.key = key;
    }

    /** Its value in the header. */
    public String key() {
        return key;
    }
}
