package io.discounts.service.ingestion;

import java.util.List;

/** What became of a batch. */
public sealed interface BatchOutcome {
    /** Every record is dealt with and durable, in the order of the batch: a checkpoint behind the last one is safe. */
    record Ingested(List<IngestionOutcome> outcomes) implements BatchOutcome {
        public Ingested {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The database is away, so not all was done: wait and offer the same batch again. */
    record Unavailable(String reason) implements BatchOutcome {}
}
