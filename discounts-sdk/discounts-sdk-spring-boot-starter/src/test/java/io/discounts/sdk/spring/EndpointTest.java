package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FakeDiscountsExtension.class)
class EndpointTest {
    private static final String EXPOSED = "management.endpoints.web.exposure.include=discounts";

    @Test
    void isNotThereUnlessItIsExposed(FakeDiscountsService service) {
        host(service).run(host -> assertThat(host).doesNotHaveBean(DiscountsEndpoint.class));
        host(service).withPropertyValues(EXPOSED).run(host -> assertThat(host).hasSingleBean(DiscountsEndpoint.class));
    }

    @Test
    void isNotThereWithoutAClient(FakeDiscountsService service) {
        host(service)
                .withPropertyValues(EXPOSED, "discounts.client.enabled=false")
                .run(host -> assertThat(host).hasNotFailed().doesNotHaveBean(DiscountsEndpoint.class));
    }

    @Test
    void isNotThereForAHostWithSeveralClients(FakeDiscountsService service) {
        host(service)
                .withPropertyValues(EXPOSED)
                .withBean(SimpleMeterRegistry.class)
                .withBean("first", DiscountsClient.class, () -> client(service))
                .withBean("second", DiscountsClient.class, () -> client(service))
                .run(host -> {
                    host.getBeansOfType(MeterBinder.class)
                            .values()
                            .forEach(gauges -> gauges.bindTo(host.getBean(MeterRegistry.class)));

                    assertThat(host).hasNotFailed().doesNotHaveBean(DiscountsEndpoint.class);
                });
    }

    @Test
    void isNotMissedByAHostWithoutTheActuator(FakeDiscountsService service) {
        host(service)
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .withPropertyValues(EXPOSED)
                .run(host -> assertThat(host).hasNotFailed().doesNotHaveBean("discountsEndpoint"));
    }

    private static DiscountsClient client(FakeDiscountsService service) {
        return DiscountsClient.builder().service(service.uri()).build();
    }

    private static ApplicationContextRunner host(FakeDiscountsService service) {
        return Hosts.of(service).withConfiguration(AutoConfigurations.of(DiscountsEndpointAutoConfiguration.class));
    }
}
