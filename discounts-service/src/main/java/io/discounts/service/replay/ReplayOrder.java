package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to be replayed.
 *
 * @param provider whose streams; absent: everybody's
 * @param location where the event log is: a folder or {@code s3://bucket/prefix}
 * @param from events of this time and later, in whole milliseconds
 * @param until and earlier than this
 * @param intoShadow into a new shadow of the catalog rather than into the live one
 */
public record ReplayOrder(@Nullable String provider, String location, Instant from, Instant until, boolean intoShadow) {
    public ReplayOrder {
        from = from.truncatedTo(ChronoUnit.MILLIS);
        until = until.truncatedTo(ChronoUnit.MILLIS);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until");
        }
    }
}
