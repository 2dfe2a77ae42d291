package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.IngestionProperties;
import io.discounts.service.ingestion.IngestionProperties.InitialPosition;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamConfig;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.processor.FormerStreamsLeasesDeletionStrategy;
import software.amazon.kinesis.processor.FormerStreamsLeasesDeletionStrategy.NoLeaseDeletionStrategy;
import software.amazon.kinesis.processor.MultiStreamTracker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configured streams, as far as they exist: one that is missing is looked for again each time the KCL asks, which
 * its leader does once a minute, and never keeps the others from being read. Leases of streams that are configured no
 * longer are kept, for their checkpoints.
 */
final class ProviderStreams implements MultiStreamTracker {
    private final List<String> names;
    private final StreamDirectory directory;
    private final InitialPositionInStreamExtended initialPosition;
    private final Map<String, StreamIdentifier> found = new ConcurrentHashMap<>();

    ProviderStreams(IngestionProperties properties, StreamDirectory directory) {
        this.names = properties.streams().stream()
                .map(IngestionProperties.Stream::name)
                .toList();
        this.directory = directory;
        this.initialPosition = InitialPositionInStreamExtended.newInitialPosition(
                properties.initialPosition() == InitialPosition.LATEST
                        ? InitialPositionInStream.LATEST
                        : InitialPositionInStream.TRIM_HORIZON);
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    InitialPositionInStreamExtended initialPosition() {
        return initialPosition;
    }

    @Override
    public List<StreamConfig> streamConfigList() {
        var answers = names.stream()
                .filter(name -> !found.containsKey(name))
                .map(directory::find)
                .toList();
        answers.forEach(answer -> answer.join().ifPresent(stream -> found.put(stream.streamName(), stream)));
        return found.values().stream().map(this::createStreamConfig).toList();
    }

    @Override
    public FormerStreamsLeasesDeletionStrategy formerStreamsLeasesDeletionStrategy() {
        return new NoLeaseDeletionStrategy();
    }

    /** Another worker may have found a stream that this one has not; it is read from the same place. */
    @Override
    public InitialPositionInStreamExtended orphanedStreamInitialPositionInStream() {
        return initialPosition;
    }
}
