package io.discounts.service.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * How the event log is replayed.
 *
 * @param enabled whether this instance runs replays that are ordered over HTTP
 * @param locations folders and {@code s3://bucket/prefix} within which replays may be ordered over HTTP; none: nowhere
 * @param workers segments that are read side by side, each with a connection to the database; 1 to 64
 * @param batch records that are applied in one transaction, 1 to 50,000
 * @param late how much later than its event a record may have arrived: folders of so much later days are read as well
 * @param poll how often an instance looks for replays that nobody runs
 */
@ConfigurationProperties("discounts.replay")
record ReplayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> locations,
        @DefaultValue("4") int workers,
        @DefaultValue("5000") int batch,
        @DefaultValue("1d") Duration late,
        @DefaultValue("5s") Duration poll) {
    ReplayProperties {
        require(workers >= 1 && workers <= 64, "discounts.replay.workers must be 1 to 64");
        require(batch >= 1 && batch <= 50_000, "discounts.replay.batch must be 1 to 50000");
        require(!late.isNegative(), "discounts.replay.late must not be negative");
        require(poll.isPositive(), "discounts.replay.poll must be positive");
        locations = List.copyOf(locations);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
