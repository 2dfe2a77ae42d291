package io.discounts.service.ingestion;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * What is read, and how patiently.
 *
 * @param enabled whether this instance reads streams at all
 * @param applicationName what instances that share the work have in common; also the lease table's name
 * @param streams one for each provider
 * @param initialPosition where a shard without a checkpoint is begun
 * @param maxRecords records read in one call and applied in one transaction, 1 to 10,000
 * @param lanes into how many transactions, written side by side, a batch is split by subject; 1 to 16
 * @param shutdownGrace how long a stop may take to finish what is under way and to write checkpoints
 */
@ConfigurationProperties("discounts.ingestion")
public record IngestionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("discounts-service") String applicationName,
        @DefaultValue List<Stream> streams,
        @DefaultValue("trim-horizon") InitialPosition initialPosition,
        @DefaultValue("1000") int maxRecords,
        @DefaultValue("1") int lanes,
        @DefaultValue("30s") Duration shutdownGrace,
        @DefaultValue Retry retry,
        @DefaultValue Checkpoints checkpoints) {
    public IngestionProperties {
        require(!applicationName.isBlank(), "discounts.ingestion.application-name must not be blank");
        require(maxRecords >= 1 && maxRecords <= 10_000, "discounts.ingestion.max-records must be 1 to 10000");
        require(lanes >= 1 && lanes <= 16, "discounts.ingestion.lanes must be 1 to 16");
        require(!shutdownGrace.isNegative(), "discounts.ingestion.shutdown-grace must not be negative");
        require(
                streams.stream().map(Stream::name).distinct().count() == streams.size(),
                "discounts.ingestion.streams must have different names");
        streams = List.copyOf(streams);
    }

    /** Where a shard without a checkpoint is begun. */
    public enum InitialPosition {
        /** With the oldest record the stream keeps. */
        TRIM_HORIZON,
        /** With what comes from now on. */
        LATEST
    }

    /**
     * A provider's stream.
     *
     * @param formats the adapters that may translate its events, asked in this order
     */
    public record Stream(String name, String provider, List<String> formats) {
        public Stream {
            require(!name.isBlank() && !provider.isBlank(), "a stream needs a name and a provider");
            require(!formats.isEmpty(), "stream " + name + " needs at least one format");
            formats = List.copyOf(formats);
        }
    }

    /**
     * How often a batch is offered again while the database is away: after {@code first}, then after twice as long each
     * time up to {@code max}, each with up to half as much again at random.
     */
    public record Retry(
            @DefaultValue("1s") Duration first,
            @DefaultValue("4s") Duration max) {
        public Retry {
            require(first.isPositive() && max.compareTo(first) >= 0, "0 < discounts.ingestion.retry.first <= max");
        }
    }

    /** A checkpoint costs a write to the lease table: one is written once so many records or so much time is behind. */
    public record Checkpoints(
            @DefaultValue("5000") int records,
            @DefaultValue("5s") Duration interval) {
        public Checkpoints {
            require(records >= 1 && !interval.isNegative(), "discounts.ingestion.checkpoints out of range");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
