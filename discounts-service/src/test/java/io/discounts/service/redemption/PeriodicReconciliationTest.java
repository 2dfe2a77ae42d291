package io.discounts.service.redemption;

import io.discounts.service.redemption.reconciliation.DifferenceKind;
import io.discounts.service.redemption.reconciliation.KeptReports;
import io.discounts.service.redemption.reconciliation.Reconciliation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/** One instance looks, every instance tells. */
class PeriodicReconciliationTest {
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final RedemptionStage stage = RedemptionStage.shared();
    private final KeptReports reports = new KeptReports(stage.jdbc);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void begin() {
        stage.empty(1);
        stage.jdbc.update("UPDATE reconciliation SET next_at = '2000-01-01 00:00:00', report = NULL");
    }

    @Test
    void tellsWhatOneInstanceFindsOnAll() {
        stage.jdbc.update(
                "INSERT INTO redemption_line (region, provider, external_id, number, position, customer, amount,"
                        + " standing) VALUES ('ES', 'p', 'nobody', 1, 0, 'c-1', 1, 1)");
        var others = new SimpleMeterRegistry();

        instance(meters).look();
        instance(others).look();

        assertThat(told(meters, DifferenceKind.ORPHAN_USE)).isEqualTo(1);
        assertThat(told(others, DifferenceKind.ORPHAN_USE)).isEqualTo(1);
        assertThat(told(others, DifferenceKind.BUDGET)).isZero();
        assertThat(reports.last().orElseThrow().listed())
                .extracting(difference -> difference.discountId())
                .containsExactly("p:nobody");
    }

    @Test
    void looksAgainOnlyWhenItIsTime() {
        var instance = instance(meters);
        instance.look();
        var first = reports.last().orElseThrow().checkedAt();
        stage.clock.advance(Duration.ofMinutes(1));

        instance.look();
        assertThat(reports.last().orElseThrow().checkedAt()).isEqualTo(first);

        stage.jdbc.update("UPDATE reconciliation SET next_at = UTC_TIMESTAMP(3)");
        instance.look();
        assertThat(reports.last().orElseThrow().checkedAt()).isEqualTo(stage.clock.instant());
        assertThat(meters.get(RedemptionMetrics.RECONCILED).gauge().value())
                .isEqualTo((double) stage.clock.instant().getEpochSecond());
    }

    @Test
    void takesTheTurnOfOneAtATime() {
        assertThat(reports.take(EVERY)).isTrue();
        assertThat(reports.take(EVERY)).isFalse();
        assertThat(reports.last()).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        var away = new Reconciliation(stage.database, stage.clock, Duration.ofMinutes(1));
        var periodic = new PeriodicReconciliation(away, reports, new RedemptionMetrics(meters), EVERY);
        stage.database.failAt(1, MortalDatabase.Failure.LOSS);

        periodic.look();

        stage.database.revive();
        assertThat(reports.last()).isEmpty();
        assertThat(meters.find(RedemptionMetrics.DIFFERENCES).gauges()).isEmpty();
    }

    private PeriodicReconciliation instance(SimpleMeterRegistry registry) {
        var reconciliation = new Reconciliation(stage.database, stage.clock, Duration.ofMinutes(1));
        return new PeriodicReconciliation(reconciliation, reports, new RedemptionMetrics(registry), EVERY);
    }

    private static double told(SimpleMeterRegistry registry, DifferenceKind kind) {
        return registry.get(RedemptionMetrics.DIFFERENCES)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .gauge()
                .value();
    }
}
