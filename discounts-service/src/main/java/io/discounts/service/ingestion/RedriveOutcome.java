package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/** What became of a subject's queue. */
public sealed interface RedriveOutcome {
    /**
     * The queue was taken through the pipeline, from its first letter on.
     *
     * @param applied letters that changed the catalog
     * @param outdated letters of which the catalog had the same or a newer version
     * @param remaining letters that are still kept
     * @param stoppedAt the first that still cannot be applied; absent: the queue is empty
     */
    record Redriven(
            int applied,
            int outdated,
            long remaining,
            @Nullable KeptLetter stoppedAt) implements RedriveOutcome {}

    /** There is no such letter, or not any more. */
    record UnknownLetter() implements RedriveOutcome {}
}
