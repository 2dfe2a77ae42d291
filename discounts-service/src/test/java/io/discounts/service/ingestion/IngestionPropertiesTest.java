package io.discounts.service.ingestion;

import io.discounts.service.ingestion.IngestionProperties.InitialPosition;
import io.discounts.service.ingestion.IngestionProperties.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IngestionPropertiesTest {
    @Test
    void hasDefaultsForAllThatIsNotTold() {
        var properties = bound(Map.of());

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.applicationName()).isEqualTo("discounts-service");
        assertThat(properties.streams()).isEmpty();
        assertThat(properties.lanes()).isEqualTo(1);
        assertThat(properties.initialPosition()).isEqualTo(InitialPosition.TRIM_HORIZON);
        assertThat(properties.shutdownGrace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.retry().first()).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.checkpoints().interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isToldTheProvidersStreamsByTheApplicationsOwnConfiguration() throws IOException {
        var own = new YamlPropertySourceLoader().load("own", new ClassPathResource("application.yaml"));

        var properties = new Binder(ConfigurationPropertySources.from(own))
                .bindOrCreate("discounts.ingestion", IngestionProperties.class);

        assertThat(properties.streams())
                .containsExactly(
                        new Stream(
                                "partner-promotions", "partner-promotions", List.of("canonical", "partner-promotions")),
                        new Stream("prime-benefits", "prime-benefits", List.of("canonical", "prime-benefits")),
                        new Stream(
                                "marketing-campaigns",
                                "marketing-campaigns",
                                List.of("canonical", "marketing-campaigns")),
                        new Stream("stores", "stores", List.of("stores")));
    }

    @ParameterizedTest
    @CsvSource({
        "application-name, ' '",
        "max-records, 0",
        "max-records, 10001",
        "lanes, 0",
        "lanes, 17",
        "shutdown-grace, -1s",
        "retry.first, 0s",
        "retry.max, 10ms",
        "checkpoints.records, 0",
        "streams[0].name, x"
    })
    void refusesWhatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("discounts.ingestion." + name, value)))
                .hasMessageContaining("discounts.ingestion");
    }

    @Test
    void refusesTwoStreamsOfOneName() {
        assertThatThrownBy(() -> bound(Map.of(
                        "discounts.ingestion.streams[0].name", "a",
                        "discounts.ingestion.streams[0].provider", "p",
                        "discounts.ingestion.streams[0].formats", "canonical",
                        "discounts.ingestion.streams[1].name", "a",
                        "discounts.ingestion.streams[1].provider", "p",
                        "discounts.ingestion.streams[1].formats", "canonical")))
                .hasRootCauseMessage("discounts.ingestion.streams must have different names");
    }

    private static IngestionProperties bound(Map<String, String> told) {
        return new Binder(new MapConfigurationPropertySource(told))
                .bindOrCreate("discounts.ingestion", IngestionProperties.class);
    }
}
