package io.discounts.loadtests.reads;

import java.util.Locale;

/** What a checkout asks the service for, one after the other; it ends by either of the last two. */
enum CheckoutStep {
    SEARCH,
    EVALUATE,
    HOLD,
    CONFIRM,
    RELEASE;

    /** Requests of a checkout that finds something to hold. */
    static final int EACH = 4;

    /** What its request is called in the statistics. */
    String during(Phase phase) {
        return "%s %s".formatted(words(), phase.name());
    }

    String words() {
        return "checkout's " + name().toLowerCase(Locale.ROOT);
    }
}
