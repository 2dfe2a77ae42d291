package io.discounts.sdk.spring;

import io.discounts.sdk.metrics.ObservedClient;
import io.discounts.sdk.spi.RequestHeaders;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.HashMap;
import java.util.Map;

/** Observations of calls, carried to the client's threads and on to the service, as far as the host has what it takes. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ObservationRegistry.class, ObservedClient.class})
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observed {
        @Bean
        @ConditionalOnMissingBean(name = "observedDiscountsClient")
        ClientDecorator observedDiscountsClient(ObservationRegistry registry) {
            return client -> ObservedClient.over(client, registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ContextSnapshotFactory.class)
    static class CarriedToThreads {
        @Bean
        @ConditionalOnMissingBean(name = "discountsContextPropagation")
        DiscountsClientCustomizer discountsContextPropagation() {
            var contexts = ContextSnapshotFactory.builder().build();
            return builder -> builder.asyncTasks(task -> contexts.captureAll().wrap(task));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Propagator.class)
    @ConditionalOnBean({Tracer.class, Propagator.class})
    static class CarriedToService {
        @Bean
        @ConditionalOnMissingBean
        RequestHeaders discountsTraceHeaders(Tracer tracer, Propagator propagator) {
            return () -> headers(tracer, propagator);
        }

        private static Map<String, String> headers(Tracer tracer, Propagator propagator) {
            var span = tracer.currentSpan();
            if (span == null) {
                return Map.of();
            }
            var headers = new HashMap<String, String>();
            propagator.inject(span.context(), headers, (carrier, name, value) -> headers.put(name, value));
            return headers;
        }
    }
}
