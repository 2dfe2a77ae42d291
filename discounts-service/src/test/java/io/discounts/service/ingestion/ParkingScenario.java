package io.discounts.service.ingestion;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.ingestion.ParkingModel.Poison;
import io.discounts.service.ingestion.ParkingModel.Said;
import io.discounts.service.provider.ProviderAdapters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Ingestion, redrives and discards of one stream with two shards, beside the model that says what has to come of them. */
final class ParkingScenario {
    static final int SHARDS = 2;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Where the state is: in memory, or in a database. */
    interface World {
        TransactionTemplate transaction();

        DiscountCatalog catalog();

        DeadLetters deadLetters();

        QueuedLetters queues();

        LetterAudit audit();

        Watermarks watermarks();

        /** The version of each discount of a provider, by its external id. */
        Map<String, Long> versions(String provider);

        /** Sequence numbers of a stream's records that the audit has as discarded, in any order. */
        List<String> discarded(String stream);
    }

    private final World world;
    private final String name;
    private final ParkingModel model = new ParkingModel();
    private final List<List<Said>> shards = List.of(new ArrayList<>(), new ArrayList<>());
    private final int[] fronts = new int[SHARDS];
    private final EventIngestion ingestion;
    private final DeadLetterQueue queue;

    /**
     * Begins with nothing said.
     *
     * @param name of the stream and the provider, which nobody else uses
     */
    ParkingScenario(World world, String name, int lanes) {
        this.world = world;
        this.name = name;
        var streams = List.of(new IngestionProperties.Stream(name, name, List.of("plain")));
        var reader = new RecordReader(
                new ProviderAdapters(List.of(new PlainAdapter(data -> data.has("poison") && !model.hasLearnt()))));
        var metrics = new IngestionMetrics(new SimpleMeterRegistry());
        var transaction = new RetriedTransaction(world.transaction());
        var catalog = new ChoosyCatalog();
        var batches = new BatchTransaction(transaction, catalog, world.deadLetters(), world.watermarks());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ingestion = new TransactionalIngestion(
                streams, reader, new Lanes(lanes, new BatchHalves(batches)), world.watermarks(), metrics, clock);
        var redrive = new LetterRedrive(
                transaction, LetterReader.of(streams, reader), catalog, world.queues(), world.audit());
        queue = new DeadLetterQueue(world.queues(), world.audit(), redrive, metrics);
    }

    /** A provider says something about a subject; its records come to one shard. */
    void say(int subject, Poison poison) {
        var shard = subject % SHARDS;
        var said = model.said("s" + subject, shards.get(shard).size(), poison);
        shards.get(shard).add(said);
    }

    /** A shard's next records arrive in one batch. */
    void deliver(int shard, int count) {
        var from = fronts[shard];
        arrive(shard, from, from + count);
    }

    /** A batch that was applied arrives again, as after a crash before the checkpoint; others with it. */
    void deliverAgain(int shard, int back, int more) {
        arrive(shard, Math.max(0, fronts[shard] - back), fronts[shard] + more);
    }

    private void arrive(int shard, int from, int until) {
        var records = shards.get(shard)
                .subList(from, Math.min(until, shards.get(shard).size()));
        fronts[shard] = Math.max(fronts[shard], from + records.size());
        records.forEach(model::arrived);
        var batch = new ShardBatch(
                name, "shard-" + shard, records.stream().map(this::record).toList(), Duration.ofMinutes(1));
        assertThat(ingestion.ingest(batch)).isInstanceOf(BatchOutcome.Ingested.class);
    }

    void learn() {
        model.learn();
    }

    void redrive(int nth) {
        var letters = letters();
        if (!letters.isEmpty()) {
            var letter = letters.get(nth % letters.size());
            model.redrive(said(letter));
            assertThat(queue.redrive(letter.id(), "operator")).isInstanceOf(RedriveOutcome.Redriven.class);
        }
    }

    void discard(int nth) {
        var letters = letters();
        if (!letters.isEmpty()) {
            var letter = letters.get(nth % letters.size());
            model.discard(said(letter));
            assertThat(queue.discard(letter.id(), "operator")).isInstanceOf(RedriveOutcome.Redriven.class);
        }
    }

    /** Everything arrives, twice, is understood or discarded, and nothing is left. */
    void finish() {
        for (int shard = 0; shard < SHARDS; shard++) {
            arrive(shard, 0, Integer.MAX_VALUE);
        }
        learn();
        while (!letters().isEmpty()) {
            redrive(0);
            verify();
            discard(0);
            verify();
        }
        for (int shard = 0; shard < SHARDS; shard++) {
            arrive(shard, 0, Integer.MAX_VALUE);
        }
        verify();
        assertThat(letters()).isEmpty();
        assertThat(model.unsettled()).isEmpty();
    }

    void verify() {
        var queued = new TreeMap<String, List<String>>();
        for (var letter : letters()) {
            assertThat(letter.record().payload()).isEqualTo(payload(said(letter)));
            queued.computeIfAbsent(String.valueOf(letter.subject()), subject -> new ArrayList<>())
                    .add(letter.shardId() + "/" + letter.record().sequenceNumber());
        }
        assertThat(queued).isEqualTo(model.queues());
        assertThat(world.versions(name)).isEqualTo(model.versions());
        assertThat(world.discarded(name)).containsExactlyInAnyOrderElementsOf(model.discarded());
    }

    List<KeptLetter> letters() {
        var page = queue.page(new LetterFilter(name, null), 0, 1_000);
        assertThat(page.more()).isFalse();
        return page.letters();
    }

    DeadLetterQueue queue() {
        return queue;
    }

    /** The version of the newest record of subject 0's shard. */
    long newest() {
        return shards.getFirst().stream().mapToLong(Said::version).max().orElseThrow();
    }

    private Said said(KeptLetter letter) {
        var shard = Integer.parseInt(letter.shardId().substring("shard-".length()));
        return shards.get(shard).stream()
                .filter(said -> said.sequenceNumber().equals(letter.record().sequenceNumber()))
                .findFirst()
                .orElseThrow();
    }

    private StreamRecord record(Said said) {
        return new StreamRecord(said.sequenceNumber(), 0, NOW.minusSeconds(1), payload(said));
    }

    private static byte[] payload(Said said) {
        var event = PlainAdapter.event(said.subject(), said.id(), said.version());
        var written = switch (said.poison()) {
            case NONE, DATABASE -> event;
            case ADAPTER -> event.replace("\"data\":{", "\"data\":{\"poison\":true,");
            case ENVELOPE -> "{\"subject\":\"" + said.subject() + "\"}";
            case RUBBISH -> "rubbish " + said.sequenceNumber();
        };
        return written.getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses, as a database may, what the model says it refuses. */
    private final class ChoosyCatalog implements DiscountCatalog {
        @Override
        public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
            for (var change : changes) {
                var discount = (DiscountChange) change;
                if (model.databaseRefuses(discount.id().externalId(), discount.version())) {
                    throw new DataIntegrityViolationException("for what it says");
                }
            }
            return world.catalog().apply(changes);
        }

        @Override
        public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
            return Objects.requireNonNull(world.catalog().candidates(region, stores, at, patience));
        }
    }
}
