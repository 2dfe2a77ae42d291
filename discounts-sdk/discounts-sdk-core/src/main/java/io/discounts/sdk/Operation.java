package io.discounts.sdk;

/**
 * What can be asked of discounts. Each operation has a stage and figures of its own; reads share a breaker and a bulkhead,
 * and so do writes.
 */
public enum Operation {
    SEARCH("search", true),
    EVALUATE("evaluate", true),
    HOLD("hold", false),
    CONFIRM("confirm", false),
    RELEASE("release", false),
    CANCEL("cancel", false);

    private final String key;
    private final boolean read;

    Operation(String key, boolean read) {
        this.key = key;
        this.read = read;
    }

    /** Its name in flags, metrics and reports. */
    public String key() {
        return key;
    }

    /** Whether it changes nothing: only reads are mirrored, compared and retried freely. */
    public boolean isRead() {
        return read;
    }
}
