package io.discounts.service.replay;

import io.discounts.service.ingestion.LoggedCounts;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * How far a replay is, as the database has it.
 *
 * @param segments how many there are; 0 until they have been listed
 * @param bytes of all segments as they are kept
 * @param recordsPerSecond since it has run without interruption; 0 until something has been done
 * @param eta how long it will take if it goes on like this; absent where there is nothing to tell it from
 * @param troubles segments that could not be read to their end, the first 100
 */
public record ReplayProgress(
        long segments,
        long doneSegments,
        long bytes,
        long readBytes,
        LoggedCounts counts,
        double recordsPerSecond,
        @Nullable Duration eta,
        List<Trouble> troubles) {
    public static final ReplayProgress NONE = new ReplayProgress(0, 0, 0, 0, LoggedCounts.NONE, 0, null, List.of());

    public ReplayProgress {
        troubles = List.copyOf(troubles);
    }

    /** What is wrong with a segment. */
    public record Trouble(String segment, String detail) {}
}
