package io.discounts.service.ingestion;

import io.discounts.service.discount.CatalogChange;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What a record says, found out before any transaction begins. */
sealed interface RecordReading {
    /** What a record is refused with that reads well and yet cannot be stored. */
    String REFUSED_BY_DATABASE = "the database refuses this record";

    StreamRecord record();

    /** Absent if it could not be read. */
    @Nullable
    String subject();

    /** The record can be applied. */
    record Understood(
            StreamRecord record, Instant time, @Nullable String subject, List<CatalogChange> changes)
            implements RecordReading {
        DeadLetter refusedByDatabase(ShardBatch batch) {
            return new DeadLetter(batch.stream(), batch.shardId(), record, subject, REFUSED_BY_DATABASE);
        }

        DeadLetter waiting(ShardBatch batch) {
            return new DeadLetter(batch.stream(), batch.shardId(), record, subject, null);
        }
    }

    /** The record is one for the dead letters. */
    record Refused(DeadLetter letter) implements RecordReading {
        @Override
        public StreamRecord record() {
            return letter.record();
        }

        @Override
        public @Nullable String subject() {
            return letter.subject();
        }
    }
}
