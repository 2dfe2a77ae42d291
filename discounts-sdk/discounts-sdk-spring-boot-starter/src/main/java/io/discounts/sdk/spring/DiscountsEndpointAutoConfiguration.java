package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint {@code discounts} of a host that has the actuator and exposes it: it is not exposed unless the host says so. */
@AutoConfiguration(after = DiscountsClientAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
public final class DiscountsEndpointAutoConfiguration {
    /** Within, for the actuator's condition can be asked only where there is an actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(endpoint = DiscountsEndpoint.class)
    static class Exposed {
        @Bean
        @ConditionalOnSingleCandidate(DiscountsClient.class)
        @ConditionalOnMissingBean
        DiscountsEndpoint discountsEndpoint(DiscountsClient client) {
            return new DiscountsEndpoint(client);
        }
    }
}
