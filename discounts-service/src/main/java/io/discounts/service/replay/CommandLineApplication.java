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
            CommandLineApplication.ROOT + "redemption", // the log tells of uses, which are settled there
            CommandLineApplication.ROOT + "redis",
            CommandLineApplication.ROOT + "replay"
        },
        excludeFilters = {
            // As every Boot application has it: what tests configure is theirs.
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.redemption\\.web\\..*")
        })
@ConfigurationPropertiesScan({
    CommandLineApplication.ROOT + "aws",
    CommandLineApplication.ROOT + "catalog",
    CommandLineApplication.ROOT + "ingestion",
    CommandLineApplication.ROOT + "outbox",
    CommandLineApplication.ROOT + "redemption",
    CommandLineApplication.ROOT + "redis",
    CommandLineApplication.ROOT + "replay"
})
final class CommandLineApplication {
    static final String ROOT = "io.discounts.service.";
}
