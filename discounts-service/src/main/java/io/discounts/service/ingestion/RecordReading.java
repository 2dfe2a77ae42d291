package io.discounts.service.ingestion;

import io.discounts.service.discount.CatalogChange;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What a record says, found out before any transaction begins. */
sealed interface RecordReading {
    /** The record can be applied. */
    record Understood(
            StreamRecord record, Instant time, @Nullable String subject, List<CatalogChange> changes)
            implements RecordReading {
        DeadLetter refusedByDatabase(ShardBatch batch) {
            return new DeadLetter(batch.stream(), batch.shardId(), record, subject, "the database refuses this record");
        }
    }

    /** The record is one for the dead letters. */
    record Refused(DeadLetter letter) implements RecordReading {}
}
