package io.discounts.loadtests.ingestion;

/** What must hold, or the run has failed. */
final class Requirement {
    private Requirement() {}

    /** @throws IllegalStateException saying {@code otherwise} unless it holds */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
