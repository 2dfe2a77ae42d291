package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.leases.MultiStreamLease;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A record processor for each shard this instance holds. */
final class RecordProcessors implements ShardRecordProcessorFactory {
    private final ProviderStreams streams;
    private final ProcessorParts parts;
    private final Pulses pulses;
    private final Function<String, Tenure> tenures;

    /** @param tenures begins the tenure of the shard with the given lease key */
    RecordProcessors(ProviderStreams streams, ProcessorParts parts, Pulses pulses, Function<String, Tenure> tenures) {
        this.streams = streams;
        this.parts = parts;
        this.pulses = pulses;
        this.tenures = tenures;
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor(StreamIdentifier stream) {
        UnaryOperator<String> leaseKeys = shardId -> MultiStreamLease.getLeaseKey(stream.serialize(), shardId);
        var ofShard = tenures.compose(leaseKeys);
        return streams.contains(stream.streamName())
                ? new WatchedProcessor(
                        new StreamRecordProcessor(stream.streamName(), parts, ofShard), pulses, leaseKeys)
                : new UnconfiguredStreamProcessor(stream.streamName(), ofShard);
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor() {
        throw new UnsupportedOperationException("every stream has an identifier");
    }
}
