package io.discounts.service.ingestion;

import io.discounts.service.catalog.ShardWatermark;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class IngestionOverviewTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private final IngestionProperties properties = new Binder(new MapConfigurationPropertySource(Map.of(
                    "discounts.ingestion.streams[0].name", "a",
                    "discounts.ingestion.streams[0].provider", "provider-a",
                    "discounts.ingestion.streams[0].formats", "canonical")))
            .bindOrCreate("discounts.ingestion", IngestionProperties.class);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
    private final IngestionMetrics metrics = new IngestionMetrics(registry);
    private final FakeLetters letters = new FakeLetters();
    private final IngestionOverview overview =
            new IngestionOverview(properties, () -> List.of(new ShardWatermark("a", "s-2", TEN)), letters, metrics);

    @Test
    void putsTogetherWhatTheDatabaseAndThisInstanceKnow() {
        metrics.read("a", "s-1", Duration.ofSeconds(3));
        letters.keep(List.of(
                letter("b", "s-1", "1", "ES/y"), letter("b", "s-1", "2", "ES/x"), letter("b", "s-1", "3", null)));

        assertThat(overview.shards())
                .containsExactly(
                        new ShardState("a", "s-1", "provider-a", Duration.ofSeconds(3), null, 0, List.of()),
                        new ShardState("a", "s-2", "provider-a", null, TEN, 0, List.of()),
                        new ShardState("b", "s-1", null, null, null, 2, List.of("ES/x", "ES/y")));
    }

    @Test
    void showsInGaugesWhatIsParkedAndNothingWhereNothingIs() {
        letters.keep(List.of(letter("b", "s-1", "1", "ES/y"), letter("b", "s-1", "2", "ES/y")));

        new ParkedGauges(properties, letters, metrics).refresh();

        assertThat(gauge(IngestionMetrics.DEAD_LETTERS, "b")).isEqualTo(2);
        assertThat(gauge(IngestionMetrics.PARKED_SUBJECTS, "b")).isEqualTo(1);
        assertThat(gauge(IngestionMetrics.PARKED_SUBJECTS, "a")).isZero();
    }

    private double gauge(String name, String stream) {
        return registry.get(name).tag("stream", stream).gauge().value();
    }

    private static DeadLetter letter(String stream, String shardId, String sequenceNumber, @Nullable String subject) {
        return new DeadLetter(stream, shardId, new StreamRecord(sequenceNumber, 0, TEN, new byte[0]), subject, "no");
    }
}
