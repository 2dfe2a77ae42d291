package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

import java.util.function.BiFunction;

/** A record processor for each shard this instance holds. */
final class RecordProcessors implements ShardRecordProcessorFactory {
    private final ProviderStreams streams;
    private final ProcessorParts parts;
    private final BiFunction<StreamIdentifier, String, Tenure> tenures;

    /** @param tenures begins the tenure of a stream's shard */
    RecordProcessors(
            ProviderStreams streams, ProcessorParts parts, BiFunction<StreamIdentifier, String, Tenure> tenures) {
        this.streams = streams;
        this.parts = parts;
        this.tenures = tenures;
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor(StreamIdentifier stream) {
        return streams.contains(stream.streamName())
                ? new StreamRecordProcessor(stream.streamName(), parts, shardId -> tenures.apply(stream, shardId))
                : new UnconfiguredStreamProcessor(stream.streamName(), shardId -> tenures.apply(stream, shardId));
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor() {
        throw new UnsupportedOperationException("every stream has an identifier");
    }
}
