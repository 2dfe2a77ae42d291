package io.discounts.service.ingestion;

import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderAdapters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A small run of what {@link PoisonRun} does with 20,000 records. */
@ServiceTest
class PoisonStoryTest {
    private static final int SHARDS = 2;
    private static final int BATCH = 100;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private JdbcDeadLetters letters;

    @Autowired
    private QueuedLetters queues;

    @Autowired
    private LetterAudit audit;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private List<ProviderAdapter> adapters;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void poisonIsKeptWholeAllElseIsAppliedAndARedriveHealsIt(int lanes) {
        var provider = "poison-story-" + lanes;
        var adapter = new LearningAdapter(() -> new ProviderAdapters(adapters));
        var story = new PoisonStory(provider, 600, 12, lanes);
        var database = new PoisonStoryInDatabase(jdbc, provider);
        var service = new Service(provider, adapter, lanes);

        service.ingest(story);
        database.verifyParked(story);
        service.ingest(story);
        database.verifyParked(story);

        adapter.learn();
        service.heal();
        database.verifyHealed(story);
        service.ingest(story);
        database.verifyHealed(story);
    }

    /** Ingestion of one stream and its dead letters, with an adapter that learns. */
    private final class Service {
        private final String stream;
        private final EventIngestion ingestion;
        private final DeadLetterQueue queue;

        Service(String stream, LearningAdapter adapter, int lanes) {
            this.stream = stream;
            var all = new ArrayList<>(adapters);
            all.add(adapter);
            var formats = List.of(LearningAdapter.FORMAT, "canonical");
            var streams = List.of(new IngestionProperties.Stream(stream, stream, formats));
            var reader = new RecordReader(new ProviderAdapters(all));
            var retried = new RetriedTransaction(transaction);
            var metrics = new IngestionMetrics(new SimpleMeterRegistry());
            var batches = new BatchTransaction(retried, catalog, letters, watermarks);
            ingestion = new TransactionalIngestion(
                    streams,
                    reader,
                    new Lanes(lanes, new BatchHalves(batches)),
                    watermarks,
                    metrics,
                    Clock.systemUTC());
            var redrive = new LetterRedrive(retried, LetterReader.of(streams, reader), catalog, queues, audit);
            queue = new DeadLetterQueue(queues, audit, redrive, metrics);
        }

        void ingest(PoisonStory story) {
            for (int shard = 0; shard < SHARDS; shard++) {
                var records = records(story, shard);
                for (int i = 0; i < records.size(); i += BATCH) {
                    var some = records.subList(i, Math.min(i + BATCH, records.size()));
                    var batch = new ShardBatch(stream, "shard-" + shard, some, Duration.ofMinutes(1));
                    assertThat(ingestion.ingest(batch)).isInstanceOf(BatchOutcome.Ingested.class);
                }
            }
        }

        private List<StreamRecord> records(PoisonStory story, int shard) {
            var records = new ArrayList<StreamRecord>();
            for (var told : story.records()) {
                if (Math.floorMod(told.subject().hashCode(), SHARDS) == shard) {
                    records.add(new StreamRecord(
                            String.valueOf(records.size()),
                            0,
                            Instant.parse("2026-11-22T10:00:00Z"),
                            told.payload().getBytes(StandardCharsets.UTF_8)));
                }
            }
            return records;
        }

        /** Redrives each queue; where that stops, the letter it stopped at can only be discarded. */
        void heal() {
            var filter = new LetterFilter(stream, null);
            for (var page = queue.page(filter, 0, 200); !page.letters().isEmpty(); page = queue.page(filter, 0, 200)) {
                var first = page.letters().getFirst();
                if (queue.redrive(first.id(), "operator") instanceof RedriveOutcome.Redriven redriven
                        && redriven.stoppedAt() != null) {
                    queue.discard(redriven.stoppedAt().id(), "operator");
                }
            }
        }
    }
}
