package io.discounts.service.devservers;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Puts the servers' addresses into the environment. Imports nothing: an import selector is what Spring asks early
 * enough, before the conditions of any auto-configuration look for those addresses.
 */
final class DevServersProperties implements ImportSelector {
    private static final String APPLICATION_NAME = "discounts.ingestion.application-name";

    private final Environment environment;

    DevServersProperties(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importer) {
        var servers = SharedServers.running();
        RunningServers.provideCredentials();
        LeaseTable.ensure(servers.dynamoDbEndpoint(), environment.getProperty(APPLICATION_NAME, "discounts-service"));
        // A test's own properties and the command line win; a developer's environment variables do not.
        ((ConfigurableEnvironment) environment)
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("devServers", servers.properties()));
        return new String[0];
    }
}
