package io.discounts.service.replay;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/**
 * The modules that the command line needs. Carries no stereotype on purpose: the service, which scans all of them, must
 * not find it.
 */
@EnableAutoConfiguration
@ComponentScan({
    CommandLineApplication.ROOT + "aws",
    CommandLineApplication.ROOT + "catalog",
    CommandLineApplication.ROOT + "ingestion",
    CommandLineApplication.ROOT + "outbox",
    CommandLineApplication.ROOT + "provider",
    CommandLineApplication.ROOT + "replay"
})
@ConfigurationPropertiesScan({
    CommandLineApplication.ROOT + "aws",
    CommandLineApplication.ROOT + "catalog",
    CommandLineApplication.ROOT + "ingestion",
    CommandLineApplication.ROOT + "replay"
})
final class CommandLineApplication {
    static final String ROOT = "io.discounts.service.";
}
