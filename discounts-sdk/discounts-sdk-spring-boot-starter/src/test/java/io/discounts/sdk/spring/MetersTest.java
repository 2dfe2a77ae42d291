package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.metrics.SdkMetrics;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardBudget;
import io.discounts.sdk.rollout.GuardOptions;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.FilteredClassLoader;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(FakeDiscountsExtension.class)
class MetersTest {
    @Test
    void areInTheHostsRegistry(FakeDiscountsService service) {
        Hosts.of(service)
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues("discounts.client.guard.enabled=true")
                .run(host -> {
                    var registry = host.getBean(MeterRegistry.class);
                    host.getBeansOfType(MeterBinder.class).values().forEach(gauges -> gauges.bindTo(registry));

                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(registry.get(SdkMetrics.CALLS).timer().count()).isOne();
                    assertThat(registry.get(SdkMetrics.KILL_SWITCH).gauge().value())
                            .isZero();
                    assertThat(registry.get(SdkMetrics.CEILING).gauges()).hasSize(2);
                    assertThat(registry.get(SdkMetrics.DEFECT_BOUND).gauges())
                            .hasSize(2)
                            .allSatisfy(bound -> assertThat(bound.value()).isOne());
                });
    }

    @Test
    void countTheStepsOfTheHostsOwnGuard(FakeDiscountsService service) {
        var once = new GuardBudget(0.01, 0.05);
        var guard = new Guard(
                new GuardOptions(once, once, once, Duration.ofMillis(150), 1_000_000, Duration.ofNanos(1)), step -> {});
        service.plays(Behaviours.reset());

        Hosts.withOwnSearch(service)
                .withBean(SimpleMeterRegistry.class)
                .withBean(Guard.class, () -> guard)
                .withPropertyValues(
                        "discounts.client.flags.search=REMOTE", "discounts.client.breaker.failure-percent=100")
                .run(host -> {
                    var client = host.getBean(DiscountsClient.class);
                    await().until(() -> {
                        Hosts.search(client);
                        return guard.ceiling(Operation.SEARCH) != Stage.REMOTE_ONLY;
                    });

                    assertThat(host.getBean(MeterRegistry.class)
                                    .get(SdkMetrics.STEP_DOWNS)
                                    .counter()
                                    .count())
                            .isOne();
                });
    }

    @Test
    void areNotMissedByAHostWithoutARegistry(FakeDiscountsService service) {
        Hosts.of(service)
                .run(host -> assertThat(Hosts.search(host.getBean(DiscountsClient.class)))
                        .isNotNull());
    }

    @Test
    void areNotMissedByAHostWithoutMicrometer(FakeDiscountsService service) {
        Hosts.of(service)
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(host -> assertThat(Hosts.search(host.getBean(DiscountsClient.class)))
                        .isNotNull());
    }
}
