package io.discounts.service.ingestion.kinesis;

import io.discounts.service.aws.AwsClientsForTests;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.IngestionProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

class KinesisIngestionConfigurationTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Reading.class)
            .withBean(SimpleMeterRegistry.class)
            .withBean(EventIngestion.class, ScriptedIngestion::new);

    @Test
    void readsByDefaultAndStartsThoughNothingIsThere() {
        context.withPropertyValues(
                        "discounts.aws.region=eu-west-1",
                        "discounts.aws.kinesis-endpoint=http://127.0.0.1:1",
                        "discounts.aws.dynamodb-endpoint=http://127.0.0.1:1",
                        "discounts.ingestion.streams[0].name=stores",
                        "discounts.ingestion.streams[0].provider=stores",
                        "discounts.ingestion.streams[0].formats=stores")
                .run(started -> assertThat(
                                started.getBean(KinesisIngestion.class).isRunning())
                        .isTrue());
    }

    @Test
    void needsNoServersWhenItIsToldNotToRead() {
        context.withPropertyValues("discounts.ingestion.enabled=false")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(KinesisIngestion.class));
    }

    /** Not annotated as a configuration: a run that has the tests on its class path would find it in its scan. */
    @EnableConfigurationProperties({IngestionProperties.class, KclProperties.class})
    @Import({KinesisIngestionConfiguration.class, IngestionMetrics.class, AwsClientsForTests.class})
    static class Reading {}
}
