package io.discounts.sdk.shadow;

import java.time.Duration;

/** What an option must be to exist. */
final class Require {
    private Require() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void positive(Duration duration, String name) {
        that(!duration.isNegative() && !duration.isZero(), name + " must be positive");
    }

    static void share(double share, String name) {
        that(share >= 0 && share <= 1, name + " must be 0 to 1");
    }
}
