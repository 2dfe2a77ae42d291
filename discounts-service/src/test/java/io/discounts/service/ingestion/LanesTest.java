package io.discounts.service.ingestion;

import io.discounts.service.provider.ProviderAdapters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static io.discounts.service.ingestion.PlainAdapter.event;
import static org.assertj.core.api.Assertions.assertThat;

class LanesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeDatabase database = new FakeDatabase();

    @Test
    void splitsABatchBySubjectAndLeavesEachInOrder() {
        var lanes = Lane.of(read(event("a", 1), event("b", 1), event("a", 2), event("c", 1), event("b", 2)), 2);

        assertThat(lanes).hasSize(2);
        assertThat(lanes).allSatisfy(lane -> {
            assertThat(lane.places()).isSorted();
            assertThat(lane.batch().appliedUntil()).isNull();
        });
        assertThat(Collections.disjoint(
                        lanes.getFirst().batch().subjects(),
                        lanes.getLast().batch().subjects()))
                .isTrue();
    }

    @Test
    void tellsEachRecordsOutcomeInTheOrderOfTheBatch() {
        database.refuse("c", new DataIntegrityViolationException("too long"));

        var outcomes = new Lanes(3, batches())
                .apply(read(event("a", 1), event("b", 1), event("a", 1), event("c", 1), event("b", 2), event("d", 1)));

        assertThat(outcomes)
                .containsExactly(
                        new IngestionOutcome.Applied(),
                        new IngestionOutcome.Applied(),
                        new IngestionOutcome.Outdated(),
                        new IngestionOutcome.DeadLettered(RecordReading.REFUSED_BY_DATABASE),
                        new IngestionOutcome.Applied(),
                        new IngestionOutcome.Applied());
        assertThat(database.watermark()).isEqualTo(NOW);
    }

    @Test
    void leavesTheWatermarkUntilEveryLaneIsDurable() {
        database.failNext(new QueryTimeoutException("away"));
        var ingestion = new TransactionalIngestion(
                List.of(new IngestionProperties.Stream("stream", "p", List.of("plain"))),
                new RecordReader(new ProviderAdapters(List.of(PlainAdapter.thatRefuses("nothing")))),
                new Lanes(4, batches()),
                database.watermarks(),
                new IngestionMetrics(new SimpleMeterRegistry()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        var batch = batch(event("a", 1), event("b", 1), event("c", 1), event("d", 1));

        assertThat(ingestion.ingest(batch)).isInstanceOf(BatchOutcome.Unavailable.class);
        assertThat(database.watermark()).isNull();

        assertThat(ingestion.ingest(batch)).isInstanceOf(BatchOutcome.Ingested.class);
        assertThat(database.held()).containsExactly("a@1", "b@1", "c@1", "d@1");
        assertThat(database.watermark()).isNotNull();
    }

    private BatchHalves batches() {
        return new BatchHalves(new BatchTransaction(
                new RetriedTransaction(new TransactionTemplate(database)),
                database.catalog(),
                database.deadLetters(),
                database.watermarks()));
    }

    private static ReadBatch read(String... payloads) {
        var batch = batch(payloads);
        var stream = new IngestionProperties.Stream("stream", "p", List.of("plain"));
        var reader = new RecordReader(new ProviderAdapters(List.of(PlainAdapter.thatRefuses("nothing"))));
        var readings = batch.records().stream()
                .map(record -> reader.read(batch, stream, record))
                .toList();
        return new ReadBatch(batch, "p", readings, NOW);
    }

    private static ShardBatch batch(String... payloads) {
        var records = new ArrayList<StreamRecord>();
        for (var payload : payloads) {
            records.add(
                    new StreamRecord(String.valueOf(records.size()), 0, NOW, payload.getBytes(StandardCharsets.UTF_8)));
        }
        return new ShardBatch("stream", "shard-0", records, Duration.ZERO);
    }
}
