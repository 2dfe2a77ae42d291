package io.discounts.service.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What ingestion tells about itself, always by stream. Safe for use by any thread. */
@Component
public final class IngestionMetrics {
    static final String RECORDS = "discounts.ingestion.records";
    static final String BATCH = "discounts.ingestion.batch";
    static final String RETRIES = "discounts.ingestion.retries";
    static final String VISIBLE_DELAY = "discounts.ingestion.visible.delay";
    static final String ITERATOR_AGE = "discounts.ingestion.iterator.age";
    private static final String STREAM = "stream";

    private final MeterRegistry registry;
    private final Map<String, ShardAges> ages = new ConcurrentHashMap<>();

    public IngestionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One record has been dealt with. */
    public void recorded(String stream, IngestionOutcome outcome) {
        registry.counter(RECORDS, STREAM, stream, "outcome", name(outcome)).increment();
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
