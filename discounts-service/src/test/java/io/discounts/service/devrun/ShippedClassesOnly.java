package io.discounts.service.devrun;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import java.io.IOException;

/**
 * Keeps what tests declare (controllers, configurations) out of the development run. It has the tests' class path, and
 * the service scans all below its package; what runs shall be the service as it ships.
 */
final class ShippedClassesOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of("dev"))) {
            context.getBeanFactory().registerSingleton("shippedClassesOnly", new ExcludingTestClasses());
        }
    }

    static final class ExcludingTestClasses extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ExcludingTestClasses;
        }

        @Override
        public int hashCode() {
            return ExcludingTestClasses.class.hashCode();
        }
    }
}
