package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.IngestionProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The properties' own defaults, and some streams. */
final class TestProperties {
    private TestProperties() {}

    static IngestionProperties withStreams(String... names) {
        return ofApplication("discounts-service", names);
    }

    /** With a lease table of its own. */
    static IngestionProperties ofApplication(String application, String... names) {
        var told = new HashMap<>(Map.of("discounts.ingestion.application-name", application));
        for (int i = 0; i < names.length; i++) {
            var stream = "discounts.ingestion.streams[" + i + "].";
            told.put(stream + "name", names[i]);
            told.put(stream + "provider", names[i]);
            told.put(stream + "formats", "canonical");
        }
        return bound(told).bindOrCreate("discounts.ingestion", IngestionProperties.class);
    }

    static KclProperties kcl() {
        return kcl(Map.of());
    }

    static KclProperties kcl(Map<?, ?> told) {
        return bound(told).bindOrCreate("discounts.ingestion.kcl", KclProperties.class);
    }

    static Properties devKcl() {
        try {
            return PropertiesLoaderUtils.loadAllProperties("dev-kcl.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Binder bound(Map<?, ?> told) {
        return new Binder(new MapConfigurationPropertySource(told));
    }
}
