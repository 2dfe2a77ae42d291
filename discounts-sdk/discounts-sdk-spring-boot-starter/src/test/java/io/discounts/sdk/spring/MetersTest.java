package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.metrics.SdkMetrics;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FakeDiscountsExtension.class)
class MetersTest {
    @Test
    void areInTheHostsRegistry(FakeDiscountsService service) {
        Hosts.of(service)
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues("discounts.client.guard.enabled=true")
                .run(host -> {
                    var registry = host.getBean(MeterRegistry.class);
                    host.getBean(MeterBinder.class).bindTo(registry);

                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(registry.get(SdkMetrics.CALLS).timer().count()).isOne();
                    assertThat(registry.get(SdkMetrics.KILL_SWITCH).gauge().value())
                            .isZero();
                    assertThat(registry.get(SdkMetrics.CEILING).gauges()).hasSize(2);
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
