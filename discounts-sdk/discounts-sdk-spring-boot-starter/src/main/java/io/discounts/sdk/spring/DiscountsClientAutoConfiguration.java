package io.discounts.sdk.spring;

import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.spi.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link DiscountsClient} from the properties {@code discounts.client.*}; with {@code discounts.client.enabled=false} none. A
 * {@link DiscountsBackend} bean is the monolith's own search; without one there is nothing but the service. Every part backs off
 * where the host has one of its own. Nothing here is a health indicator: a host that the service fails is as ready as before.
 *
 * <p>Boot 3.5 and 4.1: the registries' auto-configurations are named, for their packages differ.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration"
        })
@ConditionalOnProperty(name = "discounts.client.enabled", matchIfMissing = true)
@EnableConfigurationProperties({
    ClientProperties.class,
    ConcurrencyProperties.class,
    BreakerProperties.class,
    RetryProperties.class,
    FlagProperties.class,
    GuardProperties.class,
    ShadowProperties.class,
    ReportProperties.class
})
@Import({RolloutConfiguration.class, ComparisonConfiguration.class, MeterConfiguration.class, TracingConfiguration.class
})
public final class DiscountsClientAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ClientOptions discountsClientOptions(
            ClientProperties client,
            ConcurrencyProperties concurrency,
            BreakerProperties breaker,
            RetryProperties retries) {
        return client.with(concurrency.options(), breaker, retries);
    }

    @Bean
    @ConditionalOnMissingBean
    BearerToken discountsBearerToken(ClientProperties client) {
        return client::token;
    }

    /** Closed before the rollout that it goes by, and after the host's last request. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    DiscountsClient discountsClient(
            ServiceConnection service,
            ClientOptions options,
            Rollout rollout,
            BearerToken token,
            ObjectProvider<DiscountsBackend> local,
            ObjectProvider<RequestHeaders> headers,
            ObjectProvider<CallObserver> observers,
            ObjectProvider<DiscountsClientCustomizer> customizers,
            ObjectProvider<ClientDecorator> decorators) {
        var builder = DiscountsClient.builder().options(options).routes(rollout).bearerToken(token::value);
        service.connect(builder);
        local.ifAvailable(builder::local);
        headers.ifAvailable(builder::headers);
        observers.orderedStream().forEach(builder::observer);
        customizers.orderedStream().forEach(each -> each.customize(builder));
        var client = builder.build();
        for (var decorator : decorators.orderedStream().toList()) {
            client = decorator.decorate(client);
        }
        return client;
    }

    @Bean
    ServiceConnection discountsServiceConnection(
            ClientProperties client, ObjectProvider<Transport> transport, ObjectProvider<SslBundles> bundles) {
        return new ServiceConnection(client, transport, bundles);
    }
}
