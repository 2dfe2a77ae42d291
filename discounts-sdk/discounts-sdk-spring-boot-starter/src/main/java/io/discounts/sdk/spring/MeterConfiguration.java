package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.metrics.ReportGauges;
import io.discounts.sdk.metrics.RolloutGauges;
import io.discounts.sdk.metrics.SdkMeters;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.Rollout;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters, where the host has a registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
class MeterConfiguration {
    /** Found by the client and the rollout as one of their observers. */
    @Bean
    @ConditionalOnMissingBean
    SdkMeters discountsMeters(MeterRegistry registry) {
        return SdkMeters.in(registry);
    }

    @Bean
    @ConditionalOnMissingBean(name = "discountsRolloutGauges")
    MeterBinder discountsRolloutGauges(Rollout rollout, ObjectProvider<Guard> guard) {
        return registry -> {
            RolloutGauges.show(rollout, registry);
            guard.ifAvailable(it -> RolloutGauges.show(it, registry));
        };
    }

    @Bean
    @ConditionalOnMissingBean(name = "discountsReportGauges")
    MeterBinder discountsReportGauges(ObjectProvider<DiscountsClient> client) {
        return registry -> client.ifUnique(it -> ReportGauges.show(it, registry));
    }
}
