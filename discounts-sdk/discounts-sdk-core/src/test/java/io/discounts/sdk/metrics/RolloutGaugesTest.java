package io.discounts.sdk.metrics;

import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardFixture;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.RouteKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RolloutGaugesTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsWhereTheFlagsStand() {
        try (var rollout = Rollout.from(searchAt("VERIFY 12.5% of stores")).build()) {
            RolloutGauges.show(rollout, registry);

            await().atMost(A_MINUTE)
                    .untilAsserted(
                            () -> assertThat(of(SdkMetrics.STAGE, "search")).isEqualTo(2));
            assertThat(of(SdkMetrics.ROLLOUT, "search")).isEqualTo(12.5);
        }
    }

    @Test
    void showsThatAFlagWasNeverRead() {
        try (var rollout = Rollout.from(searchAt("REMOTE")).build()) {
            RolloutGauges.show(rollout, registry);

            await().atMost(A_MINUTE)
                    .untilAsserted(
                            () -> assertThat(of(SdkMetrics.STAGE, "search")).isEqualTo(3));
            assertThat(of(SdkMetrics.STAGE, "evaluate")).isEqualTo(-1);
            assertThat(of(SdkMetrics.ROLLOUT, "evaluate")).isZero();
        }
    }

    @Test
    void showsTheKillSwitch() {
        try (var rollout = Rollout.from(searchAt("LOCAL")).build()) {
            RolloutGauges.show(rollout, registry);
            assertThat(registry.get(SdkMetrics.KILL_SWITCH).gauge().value()).isZero();

            rollout.killSwitch().turnOn();

            assertThat(registry.get(SdkMetrics.KILL_SWITCH).gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void showsHowFarTheGuardLetsAnOperationGo() {
        var guard = new Guard(GuardFixture.impatient(), step -> {}, () -> 0);
        try (var rollout = Rollout.from(searchAt("VERIFY")).guard(guard).build()) {
            RolloutGauges.show(guard, registry);
            assertThat(of(SdkMetrics.CEILING, "search")).isEqualTo(4);
            var key = new RouteKey("ES", null, null, null);
            await().atMost(A_MINUTE)
                    .until(() -> rollout.route(Operation.SEARCH, key).stage() == Stage.VERIFY);

            GuardFixture.burn(guard, Operation.SEARCH);

            assertThat(of(SdkMetrics.CEILING, "search")).isEqualTo(1);
            assertThat(of(SdkMetrics.CEILING, "evaluate")).isEqualTo(4);
        }
    }

    private double of(String name, String operation) {
        return registry.get(name).tag("operation", operation).gauge().value();
    }

    private static FeatureProvider searchAt(String words) {
        var flag = Flag.<String>builder()
                .variant("now", words)
                .defaultVariant("now")
                .build();
        return new InMemoryProvider(Map.of(FlagKeys.SEARCH_STAGE, flag));
    }
}
