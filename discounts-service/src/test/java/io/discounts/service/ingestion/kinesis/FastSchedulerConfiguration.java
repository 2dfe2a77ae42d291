package io.discounts.service.ingestion.kinesis;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import software.amazon.kinesis.coordinator.FastScheduler;

/** To be imported beside {@code DevServers}: the first record after some seconds rather than a minute and a half. */
@TestConfiguration(proxyBeanMethods = false)
@PropertySource("classpath:dev-kcl.properties")
public class FastSchedulerConfiguration {
    @Bean
    SchedulerFactory fastScheduler() {
        return configs -> new FastScheduler(
                configs.checkpoint(),
                configs.coordinator(),
                configs.leases(),
                configs.lifecycle(),
                configs.metrics(),
                configs.processor(),
                configs.retrieval());
    }
}
