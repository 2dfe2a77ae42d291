package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.ingestion.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class StreamRecordProcessorTest {
    private final FakeShard shard = FakeShard.eager();

    @Test
    void handsOnWhatTheStreamDelivered() {
        shard.deliver(7);

        var batch = shard.ingestion.offered.getFirst();
        assertThat(batch)
                .extracting(ShardBatch::stream, ShardBatch::shardId, ShardBatch::behind)
                .containsExactly("stores", "shardId-0", Duration.ofMillis(250));
        assertThat(batch.records().getFirst())
                .extracting(StreamRecord::sequenceNumber, StreamRecord::subSequenceNumber, StreamRecord::arrivedAt)
                .containsExactly("7", 0L, FakeShard.ARRIVED);
        assertThat(batch.records().getFirst().payload()).isEqualTo("7".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void checkpointsBehindWhatIsApplied() {
        shard.deliver(1, 2, 3);

        assertThat(shard.table.written).containsExactly("3");
    }

    @Test
    void checkpointsWithinAnAggregatedRecord() {
        shard.deliver(List.of(FakeShard.record("1", 0), FakeShard.record("1", 1), FakeShard.record("1", 2)));

        assertThat(shard.ingestion.applied).containsExactly("1", "1/1", "1/2");
        assertThat(shard.table.written).containsExactly("1/2");
    }

    @Test
    void staysWithItsBatchWhileTheDatabaseIsAway() {
        shard.deliver(1);
        shard.ingestion.isAwayFor(4);
        shard.tenure.meanwhile = () -> assertThat(shard.table.written).containsExactly("1");

        shard.deliver(2, 3);
        shard.deliver(4);

        assertThat(shard.ingestion.applied).containsExactly("1", "2", "3", "4");
        assertThat(shard.table.written).containsExactly("1", "3", "4");
    }

    @Test
    void waitsLongerAndLongerButNeverLessThanASecond() {
        shard.ingestion.isAwayFor(5);

        shard.deliver(1);

        assertThat(shard.tenure.waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L, 4L);
        assertThat(shard.registry.get("discounts.ingestion.retries").counter().count())
                .isEqualTo(5);
    }

    static Stream<Throwable> whateverIngestionMayThrow() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new StackOverflowError(),
                new InterruptedException(),
                new Exception("checked"));
    }

    @ParameterizedTest
    @MethodSource("whateverIngestionMayThrow")
    void offersABatchAgainThatMadeIngestionThrow(Throwable failure) {
        shard.ingestion.throwsOnce(failure);

        shard.deliver(1, 2);

        assertThat(shard.ingestion.applied).containsExactly("1", "2");
        assertThat(shard.table.written).containsExactly("2");
    }

    @Test
    void leavesItsBatchUncheckpointedWhenItsTenureEndsDuringAnOutage() {
        shard.ingestion.isAway();
        shard.tenure.outlasts = 2;

        shard.deliver(1, 2);
        shard.ingestion.isBack();
        shard.deliver(3);
        shard.deliverNothing();
        shard.requestShutdown();
        shard.end();

        assertThat(shard.ingestion.applied).isEmpty();
        assertThat(shard.table.written).isEmpty();
        assertThat(shard.tenure.surrendered).isTrue();
    }

    @Test
    void goesOnBehindTheLastCheckpointWhenItsTenureEndedDuringAnOutage() {
        shard.deliver(1);
        shard.ingestion.isAway();
        shard.tenure.outlasts = 0;
        shard.deliver(2, 3);
        shard.ingestion.isBack();

        shard.begin();
        shard.deliver(2, 3);

        assertThat(shard.ingestion.applied).containsExactly("1", "2", "3");
        assertThat(shard.table.written).containsExactly("1", "3");
    }

    @Test
    void appliesNothingMoreOnceACheckpointTellsThatTheLeaseIsLost() {
        shard.table.failsOnce(new ShutdownException("not the owner"));

        shard.deliver(1);
        shard.deliver(2);
        shard.requestShutdown();

        assertThat(shard.ingestion.applied).containsExactly("1");
        assertThat(shard.table.written).isEmpty();
    }

    @Test
    void appliesNothingMoreOnceTheLeaseIsLost() {
        shard.deliver(1);

        shard.loseLease();
        shard.deliver(2);

        assertThat(shard.ingestion.applied).containsExactly("1");
        assertThat(shard.registry
                        .get("discounts.ingestion.iterator.age")
                        .timeGauge()
                        .value())
                .isNaN();
    }

    static Stream<Exception> whatPostponesACheckpoint() {
        return Stream.of(
                new ThrottlingException("slow down"),
                new KinesisClientLibDependencyException("lease table away"),
                new InvalidStateException("no lease table"),
                SdkClientException.create("connection refused"));
    }

    @ParameterizedTest
    @MethodSource("whatPostponesACheckpoint")
    void writesAPostponedCheckpointWithALaterOne(Exception failure) {
        shard.table.failsOnce(failure);

        shard.deliver(1);
        assertThat(shard.table.written).isEmpty();
        shard.deliverNothing();

        assertThat(shard.table.written).containsExactly("1");
    }

    @Test
    void neverMovesACheckpointBackWhenRecordsAreDeliveredAgain() {
        shard.deliver(1, 2, 3);

        shard.deliver(2);
        shard.deliver(4);

        assertThat(shard.table.written).containsExactly("3", "4");
    }

    @Test
    void writesTheShardsEndOnceAllOfItIsApplied() {
        shard.deliver(1, 2);

        shard.end();

        assertThat(shard.table.written).containsExactly("2", "SHARD_END");
    }

    @Test
    void writesTheShardsEndAtTheNextCallWhenItWasThrottled() {
        shard.deliver(1);
        shard.table.failsOnce(new ThrottlingException("slow down"));

        shard.end();
        shard.end();

        assertThat(shard.table.written).containsExactly("1", "SHARD_END");
    }

    @Test
    void handsOverToItsChildrenBeforeItWritesTheShardsEnd() {
        shard.deliver(1);
        shard.deliverChildren("shardId-1", "shardId-2");

        shard.end();

        assertThat(shard.ingestion.handedOver).containsExactly("shardId-0 to [shardId-1, shardId-2]");
        assertThat(shard.table.written).containsExactly("1", "SHARD_END");
    }

    @Test
    void writesNoShardsEndBeforeTheDatabaseKnowsOfTheChildren() {
        shard.deliver(1);
        shard.ingestion.isAwayFor(1);

        shard.end();
        assertThat(shard.table.written).containsExactly("1");
        shard.end();

        assertThat(shard.ingestion.handedOver).hasSize(1);
        assertThat(shard.table.written).containsExactly("1", "SHARD_END");
    }

    @Test
    void givesTheShardBackWhenADeliveryCannotBeUnderstood() {
        shard.deliver(List.of(FakeShard.record("1", 0).toBuilder().data(null).build()));
        shard.deliver(2);

        assertThat(shard.tenure.surrendered).isTrue();
        assertThat(shard.table.written).isEmpty();
    }
}
