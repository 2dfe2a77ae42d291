package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;

import java.util.function.UnaryOperator;

/** Lets the watchdog hear a processor. The KCL calls it also when a shard has nothing to read. */
final class WatchedProcessor implements ShardRecordProcessor {
    private final ShardRecordProcessor processor;
    private final Pulses pulses;
    private final UnaryOperator<String> leaseKeys;
    private String leaseKey = "";

    /** @param leaseKeys tells a shard's lease key by its id */
    WatchedProcessor(ShardRecordProcessor processor, Pulses pulses, UnaryOperator<String> leaseKeys) {
        this.processor = processor;
        this.pulses = pulses;
        this.leaseKeys = leaseKeys;
    }

    @Override
    public void initialize(InitializationInput input) {
        leaseKey = leaseKeys.apply(input.shardId());
        pulses.working(leaseKey);
        processor.initialize(input);
        pulses.resting(leaseKey);
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        pulses.working(leaseKey);
        processor.processRecords(input);
        pulses.resting(leaseKey);
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        pulses.over(leaseKey);
        processor.leaseLost(input);
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        pulses.over(leaseKey);
        processor.shardEnded(input);
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        pulses.over(leaseKey);
        processor.shutdownRequested(input);
    }
}
