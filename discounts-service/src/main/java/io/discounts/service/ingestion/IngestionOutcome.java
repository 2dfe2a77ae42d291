package io.discounts.service.ingestion;

/** What became of one record. */
public sealed interface IngestionOutcome {
    /** It changed the catalog. */
    record Applied() implements IngestionOutcome {}

    /** The catalog had the same or a newer version. */
    record Outdated() implements IngestionOutcome {}

    /** It cannot be applied and is kept whole. */
    record DeadLettered(String reason) implements IngestionOutcome {}
}
