package io.discounts.service.ingestion.kinesis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;

import java.time.Duration;
import java.util.function.Function;

/**
 * Holds still on a shard whose stream has leases but no configuration any more: it neither applies nor skips anything,
 * so that the stream can be configured again and goes on where it was left.
 */
final class UnconfiguredStreamProcessor implements ShardRecordProcessor {
    private static final Logger log = LoggerFactory.getLogger(UnconfiguredStreamProcessor.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final String stream;
    private final Function<String, Tenure> tenures;
    private Tenure tenure = Tenure.NOT_BEGUN;

    UnconfiguredStreamProcessor(String stream, Function<String, Tenure> tenures) {
        this.stream = stream;
        this.tenures = tenures;
    }

    @Override
    public void initialize(InitializationInput input) {
        tenure = tenures.apply(input.shardId());
        log.atWarn()
                .addKeyValue("stream", stream)
                .addKeyValue("shard", input.shardId())
                .log("Not reading the shard: its stream is not configured");
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        var lasts = true;
        while (lasts) {
            lasts = tenure.lastsFor(LOOK);
        }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {}

    @Override
    public void shardEnded(ShardEndedInput input) {}

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {}
}
