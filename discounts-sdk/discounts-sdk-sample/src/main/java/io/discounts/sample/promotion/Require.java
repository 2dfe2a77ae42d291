package io.discounts.sample.promotion;

/** What a value must be to exist. */
final class Require {
    private Require() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
