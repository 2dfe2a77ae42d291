package io.discounts.service.ingestion;

import io.discounts.service.ingestion.IngestionProperties.Stream;
import io.discounts.service.ingestion.RedriveOutcome.Redriven;
import io.discounts.service.ingestion.RedriveOutcome.UnknownLetter;
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

import static io.discounts.service.ingestion.PlainAdapter.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

class DeadLetterQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeDatabase database = new FakeDatabase();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Instance old = new Instance(PlainAdapter.thatRefuses("a"));
    private final Instance fixed = new Instance(PlainAdapter.thatRefuses("nothing"));

    @Test
    void parksTheSubjectAndAppliesWhatStoodBeforeAndAllElse() {
        old.ingest(event("b", 1), "rubbish", event("ES/b", "a", 1), event("b", 2), event("c", 1));

        assertThat(database.held()).containsExactly("b@1", "c@1");
        assertThat(database.letters())
                .extracting(KeptLetter::subject, KeptLetter::reason)
                .containsExactly(
                        tuple(null, "malformed JSON at line 1, column 1"),
                        tuple("ES/b", "not today"),
                        tuple("ES/b", DeadLetter.WAITS));
    }

    @Test
    void letsLaterBatchesOfAParkedSubjectWait() {
        old.ingest(event("a", 1));

        fixed.ingestFrom(1, event("a", 2), event("b", 1));

        assertThat(database.held()).containsExactly("b@1");
        assertThat(database.letters()).hasSize(2);
    }

    @Test
    void parksWhatTheDatabaseRefusesInTheMidstOfABatch() {
        database.refuse("x", new DataIntegrityViolationException("too long"));

        fixed.ingest(event("ES/s", "s", 1), event("ES/s", "x", 1), event("ES/s", "s", 2), event("b", 1));

        assertThat(database.held()).containsExactly("b@1", "s@1");
        assertThat(database.letters())
                .extracting(KeptLetter::reason)
                .containsExactly(RecordReading.REFUSED_BY_DATABASE, DeadLetter.WAITS);
    }

    @Test
    void appliesTheQueueInOrderOnceItIsUnderstood() {
        old.ingest(event("a", 2), event("a", 1), event("a", 3));

        var outcome = fixed.queue.redrive(database.letters().getLast().id(), "ana");

        assertThat(outcome).isEqualTo(new Redriven(2, 1, 0, null));
        assertThat(database.held()).containsExactly("a@3");
        assertThat(database.letters()).isEmpty();
        assertThat(database.deadLetters().audit())
                .extracting(line ->
                        line.actor() + " " + line.action() + " " + line.letter().id() + " " + line.outcome())
                .containsExactly("ana REDRIVE 1 APPLIED", "ana REDRIVE 2 OUTDATED", "ana REDRIVE 3 APPLIED");
    }

    @Test
    void appliesWhatComesAfterTheQueueIsEmpty() {
        old.ingest(event("a", 1));
        fixed.queue.redrive(1, "ana");

        fixed.ingestFrom(1, event("a", 2));

        assertThat(database.held()).containsExactly("a@2");
    }

    @Test
    void stopsAtTheFirstThatStillFailsAndRenewsItsReason() {
        fixed.ingest("{\"subject\":\"ES/a\"}", event("a", 1));
        committed(() -> database.deadLetters().renew(database.letters().getFirst(), "an old reason"));

        var outcome = fixed.queue.redrive(1, "ana");

        assertThat(outcome).isInstanceOfSatisfying(Redriven.class, stopped -> {
            assertThat(stopped.remaining()).isEqualTo(2);
            assertThat(stopped.stoppedAt()).isEqualTo(database.letters().getFirst());
        });
        assertThat(database.letters().getFirst().reason()).startsWith("/specversion: is required");
        assertThat(database.deadLetters().audit().getLast().outcome()).isEqualTo(Settlement.REFUSED);
    }

    @Test
    void stopsAtWhatTheDatabaseStillRefuses() {
        old.ingest(event("a", 1));
        database.refuse("a", new DataIntegrityViolationException("too long"));

        var outcome = fixed.queue.redrive(1, "ana");

        assertThat(outcome).isEqualTo(new Redriven(0, 0, 1, database.letters().getFirst()));
        assertThat(database.letters().getFirst().reason()).isEqualTo(RecordReading.REFUSED_BY_DATABASE);
    }

    @Test
    void discardsOneForGoodAndRedrivesTheRest() {
        fixed.ingest("{\"subject\":\"ES/a\"}", event("a", 1));

        assertThat(fixed.queue.discard(1, "ana")).isEqualTo(new Redriven(1, 0, 0, null));
        fixed.ingest("{\"subject\":\"ES/a\"}", event("a", 1));

        assertThat(database.letters()).isEmpty();
        assertThat(database.held()).containsExactly("a@1");
        assertThat(database.deadLetters().audit().getFirst().outcome()).isEqualTo(Settlement.DISCARDED);
    }

    @Test
    void neverAppliesWhatWasDiscardedWhileItWaited() {
        old.ingest(event("a", 1), event("ES/a", "b", 7));

        fixed.queue.discard(2, "ana");
        fixed.ingest(event("a", 1), event("ES/a", "b", 7));

        assertThat(database.held()).containsExactly("a@1");
    }

    @Test
    void bringsNothingBackThatWasRedrivenThoughAnInstanceThatIsNotFixedReadsItAgain() {
        old.ingest(event("a", 1), event("a", 2));
        fixed.queue.redrive(1, "ana");

        old.ingest(event("a", 1), event("a", 2));

        assertThat(database.letters()).isEmpty();
        assertThat(database.held()).containsExactly("a@2");
    }

    @Test
    void takesALetterWithoutASubjectAlone() {
        fixed.ingest("rubbish", "more rubbish");

        assertThat(fixed.queue.redrive(2, "ana"))
                .isEqualTo(new Redriven(0, 0, 1, database.letters().get(1)));
        assertThat(fixed.queue.discard(2, "ana")).isEqualTo(new Redriven(0, 0, 0, null));
        assertThat(database.letters()).extracting(KeptLetter::id).containsExactly(1L);
    }

    @Test
    void knowsNoLetterThatIsGone() {
        old.ingest(event("a", 1));
        fixed.queue.redrive(1, "ana");

        assertThat(fixed.queue.redrive(1, "ana")).isEqualTo(new UnknownLetter());
        assertThat(fixed.queue.discard(1, "ana")).isEqualTo(new UnknownLetter());
    }

    @Test
    void cannotApplyToAStreamThatIsNotConfigured() {
        var letter = new DeadLetter("gone", "shard-0", record(0, event("a", 1)), "ES/a", "not today");
        committed(() -> database.deadLetters().keep(List.of(letter)));

        fixed.queue.redrive(1, "ana");

        assertThat(database.letters().getFirst().reason()).isEqualTo("its stream is not configured");
    }

    @Test
    void keepsWhatIsDoneWhenTheDatabaseGoesAway() {
        old.ingest(event("a", 1), event("a", 2));
        database.failNext(new CannotAcquireLockException("deadlock"));
        database.failNext(new QueryTimeoutException("away"));

        assertThatThrownBy(() -> fixed.queue.redrive(1, "ana")).isInstanceOf(QueryTimeoutException.class);

        assertThat(fixed.queue.redrive(1, "ana")).isEqualTo(new Redriven(2, 0, 0, null));
    }

    @Test
    void counts() {
        old.ingest(event("a", 1), "rubbish");
        fixed.queue.redrive(1, "ana");
        fixed.queue.discard(2, "ana");

        var redriven = meters.get(IngestionMetrics.REDRIVEN).tag("outcome", "applied");
        assertThat(redriven.counter().count()).isEqualTo(1);
        assertThat(meters.get(IngestionMetrics.DISCARDED).counter().count()).isEqualTo(1);
    }

    private void committed(Runnable work) {
        new TransactionTemplate(database).executeWithoutResult(status -> work.run());
    }

    private static StreamRecord record(int place, String payload) {
        return new StreamRecord(
                String.valueOf(place), 0, NOW.minusSeconds(1), payload.getBytes(StandardCharsets.UTF_8));
    }

    /** One of the service's instances, with the adapter it was built with. */
    private final class Instance {
        private final EventIngestion ingestion;
        private final DeadLetterQueue queue;

        Instance(PlainAdapter adapter) {
            var streams = List.of(new Stream("stream", "p", List.of("plain")));
            var reader = new RecordReader(new ProviderAdapters(List.of(adapter)));
            var transaction = new RetriedTransaction(new TransactionTemplate(database));
            var letters = database.deadLetters();
            var metrics = new IngestionMetrics(meters);
            var batches = new BatchTransaction(transaction, database.catalog(), letters, database.watermarks());
            ingestion = new TransactionalIngestion(
                    streams,
                    reader,
                    new Lanes(1, new BatchHalves(batches)),
                    database.watermarks(),
                    metrics,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            var redrive = new LetterRedrive(
                    transaction, LetterReader.of(streams, reader), database.catalog(), letters, letters);
            queue = new DeadLetterQueue(letters, letters, redrive, metrics);
        }

        void ingest(String... payloads) {
            ingestFrom(0, payloads);
        }

        void ingestFrom(int place, String... payloads) {
            var records = new ArrayList<StreamRecord>();
            for (var payload : payloads) {
                records.add(record(place + records.size(), payload));
            }
            assertThat(ingestion.ingest(new ShardBatch("stream", "shard-0", records, Duration.ofMinutes(1))))
                    .isInstanceOf(BatchOutcome.Ingested.class);
        }
    }
}
