package io.discounts.service.ingestion.kinesis;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.IngestionProperties.Checkpoints;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.kinesis.checkpoint.ShardRecordProcessorCheckpointer;
import software.amazon.kinesis.leases.ShardInfo;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One shard as the KCL works on it: delivers records as its ProcessTask does, with its own checkpointer, to a new
 * record processor for each incarnation of the lease.
 */
final class FakeShard {
    static final Instant ARRIVED = Instant.parse("2026-11-22T11:59:59Z");

    final SettableClock clock = new SettableClock();
    final ScriptedIngestion ingestion = new ScriptedIngestion();
    final FakeLeaseTable table = new FakeLeaseTable();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ProcessorParts parts;
    FakeTenure tenure;
    private StreamRecordProcessor processor;
    private ShardRecordProcessorCheckpointer checkpointer;
    private int delivered;

    FakeShard(Checkpoints checkpoints) {
        var metrics = new IngestionMetrics(registry);
        parts = new ProcessorParts(
                new GuardedIngestion(ingestion, metrics, clock),
                metrics,
                checkpoints,
                new RetryDelays(Duration.ofSeconds(1), Duration.ofSeconds(4), () -> 0),
                clock);
        tenure = new FakeTenure(clock);
        processor = newProcessor();
        checkpointer = newCheckpointer();
        begin();
    }

    /** Checkpoints behind every batch. */
    static FakeShard eager() {
        return new FakeShard(new Checkpoints(1, Duration.ZERO));
    }

    /** Checkpoints after 5 records or 10 seconds. */
    static FakeShard thrifty() {
        return new FakeShard(new Checkpoints(5, Duration.ofSeconds(10)));
    }

    /** The lease is won (again): a new processor begins behind the checkpoint. */
    void begin() {
        tenure = new FakeTenure(clock);
        processor = newProcessor();
        checkpointer = newCheckpointer();
        checkpointer.setInitialCheckpointValue(table.stored());
        delivered = table.stored().isSentinelCheckpoint()
                ? 0
                : Integer.parseInt(table.stored().sequenceNumber());
        processor.initialize(InitializationInput.builder()
                .shardId("shardId-0")
                .extendedSequenceNumber(table.stored())
                .build());
    }

    /** Up to which position this incarnation has been given records. */
    int delivered() {
        return delivered;
    }

    /** The KCL restarts its subscription, and delivers some records again that are not checkpointed. */
    void rewind(int by) {
        var checkpointed = checkpointer.lastCheckpointValue();
        var floor = checkpointed.isSentinelCheckpoint() ? 0 : Integer.parseInt(checkpointed.sequenceNumber());
        delivered = Math.max(floor, delivered - by);
    }

    void deliver(int... positions) {
        delivered = positions.length == 0 ? delivered : positions[positions.length - 1];
        deliver(Arrays.stream(positions)
                .mapToObj(each -> record(String.valueOf(each), 0))
                .toList());
    }

    void deliver(List<KinesisClientRecord> records) {
        var delivery = records.stream()
                .map(each -> new ExtendedSequenceNumber(each.sequenceNumber(), each.subSequenceNumber()));
        Stream.concat(Stream.ofNullable(checkpointer.largestPermittedCheckpointValue()), delivery)
                .max(ExtendedSequenceNumber::compareTo)
                .ifPresent(checkpointer::largestPermittedCheckpointValue);
        processor.processRecords(ProcessRecordsInput.builder()
                .records(records)
                .millisBehindLatest(250L)
                .checkpointer(checkpointer)
                .build());
    }

    /** What the KCL tells last of a shard that was split or merged. */
    void deliverChildren(String... shardIds) {
        processor.processRecords(ProcessRecordsInput.builder()
                .records(List.of())
                .millisBehindLatest(0L)
                .childShards(Stream.of(shardIds)
                        .map(id -> ChildShard.builder().shardId(id).build())
                        .toList())
                .checkpointer(checkpointer)
                .build());
    }

    void deliverNothing() {
        deliver(List.of());
    }

    void requestShutdown() {
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpointer).build());
    }

    void end() {
        checkpointer.sequenceNumberAtShardEnd(checkpointer.largestPermittedCheckpointValue());
        checkpointer.largestPermittedCheckpointValue(ExtendedSequenceNumber.SHARD_END);
        processor.shardEnded(
                ShardEndedInput.builder().checkpointer(checkpointer).build());
    }

    void loseLease() {
        processor.leaseLost(LeaseLostInput.builder().build());
    }

    static KinesisClientRecord record(String sequenceNumber, long subSequenceNumber) {
        return KinesisClientRecord.builder()
                .sequenceNumber(sequenceNumber)
                .subSequenceNumber(subSequenceNumber)
                .approximateArrivalTimestamp(ARRIVED)
                .data(ByteBuffer.wrap(sequenceNumber.getBytes(StandardCharsets.UTF_8))
                        .asReadOnlyBuffer())
                .build();
    }

    private StreamRecordProcessor newProcessor() {
        return new StreamRecordProcessor("stores", parts, shardId -> tenure);
    }

    private ShardRecordProcessorCheckpointer newCheckpointer() {
        return new ShardRecordProcessorCheckpointer(
                new ShardInfo("shardId-0", "token", List.of(), table.stored()), table);
    }
}
