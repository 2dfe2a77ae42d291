package io.discounts.service.ingestion;

import io.discounts.service.ingestion.IngestionOutcome.Applied;
import io.discounts.service.ingestion.IngestionOutcome.DeadLettered;
import io.discounts.service.ingestion.IngestionOutcome.Outdated;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class IngestionMetricsTest {
    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final IngestionMetrics metrics = new IngestionMetrics(registry);

    @Test
    void countsRecordsByStreamAndOutcome() {
        metrics.recorded("stores", new Applied());
        metrics.recorded("stores", new Applied());
        metrics.recorded("stores", new Outdated());
        metrics.recorded("prime-benefits", new DeadLettered("not JSON"));

        assertThat(records("stores", "applied")).isEqualTo(2);
        assertThat(records("stores", "outdated")).isEqualTo(1);
        assertThat(records("prime-benefits", "dead-lettered")).isEqualTo(1);
    }

    @Test
    void timesWhatBatchesTakeAndHowLateEventsAreVisible() {
        metrics.batchApplied("stores", Duration.ofMillis(20));
        metrics.visible("stores", Duration.ofMillis(300));

        assertThat(total("discounts.ingestion.batch")).isEqualTo(20);
        assertThat(total("discounts.ingestion.visible.delay")).isEqualTo(300);
    }

    @Test
    void gaugesTheAgeOfAStreamBySecondsAndShard() {
        metrics.read("stores", "s-1", Duration.ofSeconds(4));
        metrics.read("stores", "s-2", Duration.ofSeconds(60));
        metrics.released("stores", "s-2");
        clock.add(Duration.ofSeconds(2));

        var age = registry.get("discounts.ingestion.iterator.age").tag("stream", "stores");

        assertThat(age.timeGauge().value(TimeUnit.SECONDS)).isEqualTo(6.0);
    }

    @Test
    void gaugesWhatIsParkedAsItWasToldLast() {
        metrics.parked("stores", 9, 4);
        metrics.parked("stores", 3, 2);

        assertThat(registry.get("discounts.ingestion.dead.letters").gauge().value())
                .isEqualTo(3);
        assertThat(registry.get("discounts.ingestion.parked.subjects").gauge().value())
                .isEqualTo(2);
    }

    private double records(String stream, String outcome) {
        return registry.get("discounts.ingestion.records")
                .tag("stream", stream)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double total(String timer) {
        return registry.get(timer).tag("stream", "stores").timer().totalTime(TimeUnit.MILLISECONDS);
    }
}
