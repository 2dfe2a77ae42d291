package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** What the rows are called that stand for the letters of the batch's subjects. */
    Set<String> subjects() {
        var subjects = new LinkedHashSet<String>();
        readings.forEach(reading -> subjects.add(SubjectBytes.row(reading.subject())));
        return subjects;
    }

    /** Those of {@link #subjects} that are about to have a letter. */
    Set<String> refusedSubjects() {
        var subjects = new LinkedHashSet<String>();
        for (var reading : readings) {
            if (reading instanceof RecordReading.Refused) {
                subjects.add(SubjectBytes.row(reading.subject()));
            }
        }
        return subjects;
    }

    /** The records at these places, without the watermark. */
    ReadBatch only(List<Integer> places) {
        return new ReadBatch(batch, provider, places.stream().map(readings::get).toList(), null);
    }

    ReadBatch watermarkAlone() {
        return new ReadBatch(batch, provider, List.of(), appliedUntil);
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
