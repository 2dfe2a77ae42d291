package io.discounts.service.edge;

/** The service would be open to callers it cannot tell apart; it does not start. */
final class UnsafeConfigurationException extends RuntimeException {
    private final String remedy;

    UnsafeConfigurationException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What to set, for the operator who reads the log. */
    String remedy() {
        return remedy;
    }
}
