package io.discounts.service.ingestion;

import io.discounts.service.provider.ProviderAdapters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static io.discounts.service.ingestion.PlainAdapter.event;
import static io.discounts.service.ingestion.TransactionalIngestion.TIP_ALLOWANCE;
import static org.assertj.core.api.Assertions.assertThat;

class TransactionalIngestionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration AT_TIP = Duration.ZERO;
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final FakeDatabase database = new FakeDatabase();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventIngestion ingestion = new TransactionalIngestion(
            List.of(new IngestionProperties.Stream("stream", "p", List.of("plain"))),
            new RecordReader(new ProviderAdapters(List.of(PlainAdapter.thatRefuses("refused")))),
            new Lanes(
                    1,
                    new BatchHalves(new BatchTransaction(
                            new RetriedTransaction(new TransactionTemplate(database)),
                            database.catalog(),
                            database.deadLetters(),
                            database.watermarks()))),
            database.watermarks(),
            new IngestionMetrics(meters),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void appliesABatchInOneTransaction() {
        var outcome = ingestion.ingest(batch(BEHIND, event("a", 1), event("b", 1)));

        assertThat(outcomes(outcome)).containsExactly(new IngestionOutcome.Applied(), new IngestionOutcome.Applied());
        assertThat(database.held()).containsExactly("a@1", "b@1");
        assertThat(database.commits()).isEqualTo(1);
    }

    @Test
    void handsAShardThatHasEndedOverToItsChildren() {
        assertThat(ingestion.handOver("stream", "parent", List.of("left", "right")))
                .isTrue();

        assertThat(database.handedOver()).containsExactly("left", "right");
    }

    @Test
    void tellsWhatWasOutdated() {
        ingestion.ingest(batch(BEHIND, event("a", 2)));

        assertThat(outcomes(ingestion.ingest(batch(BEHIND, event("a", 2), event("a", 1), event("a", 3)))))
                .containsExactly(
                        new IngestionOutcome.Outdated(),
                        new IngestionOutcome.Outdated(),
                        new IngestionOutcome.Applied());
    }

    @Test
    void keepsWhatItCannotReadAndAppliesTheRecordsAroundIt() {
        var outcome = ingestion.ingest(batch(BEHIND, event("a", 1), "rubbish", event("b", 1)));

        assertThat(outcomes(outcome).get(1)).isInstanceOf(IngestionOutcome.DeadLettered.class);
        assertThat(database.held()).containsExactly("a@1", "b@1");
        assertThat(database.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.record().payload()).isEqualTo("rubbish".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.record().sequenceNumber()).isEqualTo("1");
            assertThat(letter.stream()).isEqualTo("stream");
        });
    }

    @Test
    void keepsWhatTheAdapterRefusesWithItsSubject() {
        ingestion.ingest(batch(BEHIND, event("refused", 1)));

        assertThat(database.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("ES/refused");
            assertThat(letter.reason()).isEqualTo("not today");
        });
    }

    @Test
    void doesNothingWhileTheDatabaseIsAway() {
        database.failNext(new QueryTimeoutException("away"));

        assertThat(ingestion.ingest(batch(AT_TIP, event("a", 1), "rubbish")))
                .isEqualTo(new BatchOutcome.Unavailable("QueryTimeoutException"));

        assertThat(database.held()).isEmpty();
        assertThat(database.letters()).isEmpty();
        assertThat(database.watermark()).isNull();
    }

    @Test
    void triesAgainAtOnceAfterADeadlock() {
        database.failNext(new CannotAcquireLockException("deadlock"));

        assertThat(ingestion.ingest(batch(BEHIND, event("a", 1)))).isInstanceOf(BatchOutcome.Ingested.class);
        assertThat(database.held()).containsExactly("a@1");
    }

    @Test
    void givesWayAfterThreeDeadlocks() {
        for (int i = 0; i < 3; i++) {
            database.failNext(new CannotAcquireLockException("deadlock"));
        }

        assertThat(ingestion.ingest(batch(BEHIND, event("a", 1))))
                .isEqualTo(new BatchOutcome.Unavailable("CannotAcquireLockException"));
    }

    @Test
    void findsTheRecordThatTheDatabaseRefusesForWhatItSays() {
        database.refuse("c", new DataIntegrityViolationException("too long"));

        var outcome = ingestion.ingest(
                batch(AT_TIP, event("a", 1), event("b", 1), event("c", 1), event("d", 1), event("e", 1)));

        assertThat(outcomes(outcome).get(2)).isInstanceOf(IngestionOutcome.DeadLettered.class);
        assertThat(database.held()).containsExactly("a@1", "b@1", "d@1", "e@1");
        assertThat(database.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("ES/c"));
        assertThat(database.watermark()).isEqualTo(NOW.minus(TIP_ALLOWANCE));
    }

    @Test
    void movesTheWatermarkToTheLatestEventOfABatchThatIsBehind() {
        ingestion.ingest(batch(BEHIND, event("a", 1), event("b", 1)));

        assertThat(database.watermark()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void movesTheWatermarkToThePresentAtTheTip() {
        ingestion.ingest(batch(AT_TIP));

        assertThat(database.watermark()).isEqualTo(NOW.minus(TIP_ALLOWANCE));
    }

    @Test
    void leavesTheWatermarkWhereNothingIsKnown() {
        ingestion.ingest(batch(BEHIND, "rubbish"));

        assertThat(database.watermark()).isNull();
    }

    @Test
    void timesTheWayOfWhatBecameVisible() {
        ingestion.ingest(batch(BEHIND, event("a", 1), event("a", 1), "rubbish"));

        var delay = meters.get(IngestionMetrics.VISIBLE_DELAY).timer();
        assertThat(delay.count()).isEqualTo(1);
        assertThat(delay.max(TimeUnit.SECONDS)).isEqualTo(1);
    }

    private static List<IngestionOutcome> outcomes(BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Ingested ingested -> ingested.outcomes();
            case BatchOutcome.Unavailable away -> throw new AssertionError(away);
        };
    }

    private static ShardBatch batch(Duration behind, String... payloads) {
        var records = new ArrayList<StreamRecord>();
        for (var payload : payloads) {
            records.add(new StreamRecord(
                    String.valueOf(records.size()), 0, NOW.minusSeconds(1), payload.getBytes(StandardCharsets.UTF_8)));
        }
        return new ShardBatch("stream", "shard-0", records, behind);
    }
}
