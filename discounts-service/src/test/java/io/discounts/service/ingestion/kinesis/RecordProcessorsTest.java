package io.discounts.service.ingestion.kinesis;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.ingestion.IngestionMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RecordProcessorsTest {
    private final SettableClock clock = new SettableClock();
    private final ScriptedIngestion ingestion = new ScriptedIngestion();
    private final FakeTenure tenure = new FakeTenure(clock);
    private final RecordProcessors processors = processors();

    @Test
    void appliesTheRecordsOfAConfiguredStream() {
        var processor = processors.shardRecordProcessor(stream("stores"));

        processor.initialize(InitializationInput.builder().shardId("shardId-0").build());
        processor.processRecords(oneRecord());

        assertThat(ingestion.offered).singleElement().satisfies(batch -> {
            assertThat(batch.stream()).isEqualTo("stores");
            assertThat(batch.shardId()).isEqualTo("shardId-0");
        });
    }

    @Test
    void holdStillOnAStreamThatIsConfiguredNoLonger() {
        tenure.outlasts = 3;
        var processor = processors.shardRecordProcessor(stream("forgotten"));

        processor.initialize(InitializationInput.builder().shardId("shardId-0").build());
        processor.processRecords(oneRecord());

        assertThat(ingestion.offered).isEmpty();
        assertThat(tenure.waits).hasSize(4).allMatch(Duration::isPositive);
    }

    private RecordProcessors processors() {
        var properties = TestProperties.withStreams("stores");
        var parts = ProcessorParts.of(
                ingestion, new IngestionMetrics(new SimpleMeterRegistry()), properties, clock, new Random(1));
        return new RecordProcessors(
                new ProviderStreams(properties, new StreamDirectory(new FakeKinesis())),
                parts,
                new Pulses(clock),
                leaseKey -> tenure);
    }

    private static StreamIdentifier stream(String name) {
        return StreamIdentifier.multiStreamInstance("000000000000:" + name + ":1");
    }

    /** Without a checkpointer: whoever checkpoints fails. */
    private static ProcessRecordsInput oneRecord() {
        return ProcessRecordsInput.builder()
                .records(List.of(FakeShard.record("1", 0)))
                .millisBehindLatest(0L)
                .build();
    }
}
