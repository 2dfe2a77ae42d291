package io.discounts.service.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What ingestion tells about itself, always by stream. Safe for use by any thread. */
@Component
public final class IngestionMetrics {
    static final String RECORDS = "discounts.ingestion.records";
    static final String BATCH = "discounts.ingestion.batch";
    static final String RETRIES = "discounts.ingestion.retries";
    static final String VISIBLE_DELAY = "discounts.ingestion.visible.delay";
    static final String ITERATOR_AGE = "discounts.ingestion.iterator.age";
    static final String DEAD_LETTERS = "discounts.ingestion.dead.letters";
    static final String PARKED_SUBJECTS = "discounts.ingestion.parked.subjects";
    static final String REDRIVEN = "discounts.ingestion.redriven";
    static final String DISCARDED = "discounts.ingestion.discarded";
    private static final String STREAM = "stream";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final Map<String, ShardAges> ages = new ConcurrentHashMap<>();
    private final Map<String, Parked> parked = new ConcurrentHashMap<>();

    public IngestionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One record has been dealt with. */
    public void recorded(String stream, IngestionOutcome outcome) {
        registry.counter(RECORDS, STREAM, stream, OUTCOME, name(outcome)).increment();
    }

    /** A batch has been applied, which took so long. */
    public void batchApplied(String stream, Duration took) {
        registry.timer(BATCH, STREAM, stream).record(took);
    }

    /** A batch could not be applied and will be offered again. */
    public void retried(String stream) {
        registry.counter(RETRIES, STREAM, stream).increment();
    }

    /** An event is visible to readers, so long after its arrival on the stream. */
    public void visible(String stream, Duration delay) {
        Timer.builder(VISIBLE_DELAY)
                .tag(STREAM, stream)
                .publishPercentileHistogram()
                .register(registry)
                .record(delay);
    }

    /** A shard held here has been read up to so far behind its tip. */
    public void read(String stream, String shardId, Duration behind) {
        agesOf(stream).read(shardId, behind);
    }

    /** A shard is held here no longer. */
    public void released(String stream, String shardId) {
        agesOf(stream).released(shardId);
    }

    /** How far behind its tip a shard has been read here; absent where it is not held here. */
    Optional<Duration> age(String stream, String shardId) {
        return Optional.ofNullable(ages.get(stream)).flatMap(shards -> shards.age(shardId));
    }

    /** Shards held here, by stream. */
    Map<String, Set<String>> held() {
        var held = new HashMap<String, Set<String>>();
        ages.forEach((stream, shards) -> held.put(stream, shards.held()));
        return held;
    }

    /** An operator had a dead letter applied, or tried to. */
    void redriven(String stream, Settlement outcome) {
        registry.counter(REDRIVEN, STREAM, stream, OUTCOME, outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** An operator dropped a dead letter. */
    void discarded(String stream) {
        registry.counter(DISCARDED, STREAM, stream).increment();
    }

    /** So many letters are kept and so many subjects wait, as the database has it. */
    void parked(String stream, long letters, long subjects) {
        var gauged = parked.computeIfAbsent(stream, this::gaugedParked);
        gauged.letters().set(letters);
        gauged.subjects().set(subjects);
    }

    private Parked gaugedParked(String stream) {
        var gauged = new Parked(new AtomicLong(), new AtomicLong());
        registry.gauge(DEAD_LETTERS, List.of(Tag.of(STREAM, stream)), gauged.letters());
        registry.gauge(PARKED_SUBJECTS, List.of(Tag.of(STREAM, stream)), gauged.subjects());
        return gauged;
    }

    private record Parked(AtomicLong letters, AtomicLong subjects) {}

    private ShardAges agesOf(String stream) {
        return ages.computeIfAbsent(stream, this::gauged);
    }

    private ShardAges gauged(String stream) {
        var gauged = new ShardAges(registry.config().clock());
        TimeGauge.builder(ITERATOR_AGE, gauged, TimeUnit.SECONDS, ShardAges::maxSeconds)
                .tag(STREAM, stream)
                .register(registry);
        return gauged;
    }

    private static String name(IngestionOutcome outcome) {
        return switch (outcome) {
            case IngestionOutcome.Applied ignored -> "applied";
            case IngestionOutcome.Outdated ignored -> "outdated";
            case IngestionOutcome.DeadLettered ignored -> "dead-lettered";
        };
    }
}
