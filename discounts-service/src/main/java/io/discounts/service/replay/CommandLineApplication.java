package io.discounts.service.replay;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The modules that the command line needs. Carries no stereotype on purpose: the service, which scans all of them, must
 * not find it.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            CommandLineApplication.ROOT + "aws",
            CommandLineApplication.ROOT + "catalog",
            CommandLineApplication.ROOT + "ingestion",
            CommandLineApplication.ROOT + "outbox",
            CommandLineApplication.ROOT + "provider",
            CommandLineApplication.ROOT + "replay"
        },
        // As every Boot application has it: what tests configure is theirs.
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ConfigurationPropertiesScan({
    CommandLineApplication.ROOT + "aws",
    CommandLineApplication.ROOT + "catalog",
    CommandLineApplication.ROOT + "ingestion",
    CommandLineApplication.ROOT + "outbox",
    CommandLineApplication.ROOT + "replay"
})
final class CommandLineApplication {
    static final String ROOT = "io.discounts.service.";
}
