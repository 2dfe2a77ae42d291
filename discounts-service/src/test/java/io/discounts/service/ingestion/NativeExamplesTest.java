package io.discounts.service.ingestion;

import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.fixtures.NativeExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Native events as records of the streams that the service is configured for. */
class NativeExamplesTest {
    @ParameterizedTest
    @EnumSource
    void areUnderstoodOnTheirProvidersStream(NativeExamples example) throws IOException {
        var record = new StreamRecord("1", 0, Instant.EPOCH, example.bytes());
        var batch = new ShardBatch(example.provider(), "shard-0", List.of(record), Duration.ZERO);

        try (var context = new AnnotationConfigApplicationContext("io.discounts.service.provider")) {
            var reader = new RecordReader(context.getBean(ProviderAdapters.class));

            assertThat(reader.read(batch, configured(example.provider()), record))
                    .isInstanceOfSatisfying(
                            RecordReading.Understood.class,
                            understood -> assertThat(understood.changes()).isNotEmpty());
        }
    }

    private static IngestionProperties.Stream configured(String name) throws IOException {
        var own = new YamlPropertySourceLoader().load("own", new ClassPathResource("application.yaml"));
        return new Binder(ConfigurationPropertySources.from(own))
                .bindOrCreate("discounts.ingestion", IngestionProperties.class).streams().stream()
                        .filter(stream -> stream.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
