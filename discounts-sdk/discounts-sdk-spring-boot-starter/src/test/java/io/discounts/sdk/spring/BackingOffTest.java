package io.discounts.sdk.spring;

import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.metrics.SdkMeters;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardOptions;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.spi.Transport;
import io.discounts.sdk.spi.TransportRequest;
import io.discounts.sdk.spi.TransportResponse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackingOffTest {
    Stream<Object> partsOfTheHost() {
        return Stream.of(
                ClientOptions.DEFAULTS.withBudget(Duration.ofMillis(80)),
                Rollout.from(new InMemoryProvider(Map.of())).build(),
                new Guard(GuardOptions.DEFAULTS, step -> {}),
                SdkMeters.in(new SimpleMeterRegistry()),
                DiscountsClient.builder().transport(new DeadEnd()).build());
    }

    @ParameterizedTest
    @MethodSource("partsOfTheHost")
    <T> void leavesTheHostItsOwn(T part) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) part.getClass();
        Hosts.empty()
                .withPropertyValues(
                        "discounts.client.base-url=http://127.0.0.1:1", "discounts.client.guard.enabled=true")
                .withBean(SimpleMeterRegistry.class)
                .withBean(type, () -> part)
                .run(host -> assertThat(host.getBean(type)).isSameAs(part));
    }

    @Test
    void needsNoAddressWhereTheHostHasItsOwnWay() {
        var way = new DeadEnd();

        Hosts.empty().withBean(Transport.class, () -> way).run(host -> {
            assertThatThrownBy(() -> Hosts.search(host.getBean(DiscountsClient.class)))
                    .hasRootCauseMessage("a dead end");
            assertThat(way.asked).hasPositiveValue();
        });
    }

    /** Leads nowhere. */
    private static final class DeadEnd implements Transport {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public TransportResponse send(TransportRequest request) throws IOException {
            asked.incrementAndGet();
            throw new IOException("a dead end");
        }

        @Override
        public void close() {}
    }
}
