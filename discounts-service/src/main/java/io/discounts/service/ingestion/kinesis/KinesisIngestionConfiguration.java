package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.IngestionProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "discounts.ingestion.enabled", matchIfMissing = true)
class KinesisIngestionConfiguration {
    private static final RandomGenerator RANDOM = new Random(); // of all generators, safe for many threads
    private static final RetryDelays BETWEEN_STARTS =
            new RetryDelays(Duration.ofSeconds(1), Duration.ofSeconds(20), RANDOM);

    @Bean
    ProcessorParts processorParts(
            EventIngestion ingestion,
            IngestionMetrics metrics,
            IngestionProperties properties,
            ObjectProvider<Clock> clock) {
        return ProcessorParts.of(ingestion, metrics, properties, clock.getIfUnique(Clock::systemUTC), RANDOM);
    }

    @Bean
    KclConfigs kclConfigs(
            IngestionProperties ingestion,
            KclProperties kcl,
            KinesisAsyncClient kinesis,
            DynamoDbAsyncClient dynamoDb) {
        var streams = new ProviderStreams(ingestion, new StreamDirectory(kinesis));
        var workerId = UUID.randomUUID().toString();
        return new KclConfigs(ingestion, kcl, kinesis, dynamoDb, streams, workerId);
    }

    @Bean
    KinesisIngestion kinesisIngestion(
            KclConfigs configs, ProcessorParts parts, ObjectProvider<SchedulerFactory> schedulers) {
        var readers = new KclReaders(configs, parts, schedulers.getIfUnique(() -> SchedulerFactory::plain));
        return new KinesisIngestion(readers, BETWEEN_STARTS, configs.ingestion().shutdownGrace());
    }
}
