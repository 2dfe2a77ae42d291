package io.discounts.sdk.spring;

/** The client cannot be made of what the host has configured. */
final class UnusableConfigurationException extends RuntimeException {
    private final String action;

    /**
     * A refusal.
     *
     * @param action what the host may do about it
     */
    UnusableConfigurationException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
