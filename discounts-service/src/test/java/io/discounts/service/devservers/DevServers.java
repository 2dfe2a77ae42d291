package io.discounts.service.devservers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Gives an application context real servers: {@code @Import(DevServers.class)} on a {@code @SpringBootTest}, or
 * {@code SpringApplication.from(…).with(DevServers.class)}. Starts MariaDB, Redis, a Kinesis API with the contract's
 * streams and a lease table, once for the JVM, and points the service's properties at them. Each context finds a lease
 * table named like its {@code discounts.ingestion.application-name}.
 *
 * <p>Carries no stereotype on purpose: it lies below the service's package, and nobody should get it by scanning.
 */
@Import(DevServersProperties.class)
public class DevServers {
    @Bean(destroyMethod = "")
    RunningServers runningServers() {
        return SharedServers.running();
    }

    @Bean
    StreamPublisher streamPublisher(RunningServers servers) {
        return new StreamPublisher(LocalKinesis.client(servers.kinesisEndpoint()));
    }

    @Bean
    RawKinesis rawKinesis(RunningServers servers) {
        return new RawKinesis(servers.kinesisEndpoint());
    }
}
