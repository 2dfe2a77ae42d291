package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A batch whose records have been read.
 *
 * @param appliedUntil the shard's watermark once this is applied; absent: it stays
 */
record ReadBatch(
        ShardBatch batch,
        String provider,
        List<RecordReading> readings,
        @Nullable Instant appliedUntil) {
    ReadBatch {
        readings = List.copyOf(readings);
    }

    /** Without the watermark, which is reached with the second half only. */
    ReadBatch firstHalf() {
        return new ReadBatch(batch, provider, readings.subList(0, readings.size() / 2), null);
    }

    ReadBatch secondHalf() {
        return new ReadBatch(batch, provider, readings.subList(readings.size() / 2, readings.size()), appliedUntil);
    }

    /** With every record that could be understood on its way to the dead letters. */
    ReadBatch refusedByDatabase() {
        var refused = readings.stream()
                .map(reading -> switch (reading) {
                    case RecordReading.Understood understood ->
                        new RecordReading.Refused(understood.refusedByDatabase(batch));
                    case RecordReading.Refused already -> already;
                })
                .map(RecordReading.class::cast)
                .toList();
        return new ReadBatch(batch, provider, refused, appliedUntil);
    }
}
