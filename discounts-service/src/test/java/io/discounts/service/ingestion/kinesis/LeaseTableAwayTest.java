package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.IngestionMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

/** The real KCL in front of a lease table that takes calls and never answers, or is not there. */
class LeaseTableAwayTest {
    private static final Duration GRACE = Duration.ofMinutes(1);
    private final AtomicInteger attempts = new AtomicInteger();
    private ServerSocket silent;
    private DynamoDbAsyncClient dynamoDb;
    private KinesisIngestion ingestion;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        dynamoDb = DynamoDbAsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        ingestion = new KinesisIngestion(
                readers(), new RetryDelays(Duration.ofMillis(10), Duration.ofMillis(10), new Random(1)), GRACE);
    }

    @AfterEach
    void close() throws IOException {
        ingestion.stop();
        dynamoDb.close();
        silent.close();
    }

    @Test
    void isTriedAgainAndAgain() throws IOException {
        silent.close();

        ingestion.start();

        await().untilAtomic(attempts, greaterThanOrEqualTo(2));
    }

    @Test
    void doesNotKeepTheServiceFromStopping() {
        var others = readingThreads();
        ingestion.start();
        await().untilAtomic(attempts, equalTo(1));

        ingestion.stop();

        assertThat(readingThreads()).isEqualTo(others);
    }

    private static Set<Thread> readingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kinesis-ingestion"))
                .collect(Collectors.toSet());
    }

    private KclReaders readers() {
        var properties = TestProperties.withStreams("stores");
        var kinesis = new FakeKinesis();
        kinesis.has("stores");
        var streams = new ProviderStreams(properties, new StreamDirectory(kinesis));
        var configs = new KclConfigs(properties, TestProperties.kcl(), kinesis, dynamoDb, streams, "worker-1");
        var metrics = new IngestionMetrics(new SimpleMeterRegistry());
        var parts = ProcessorParts.of(new ScriptedIngestion(), metrics, properties, Clock.systemUTC(), new Random(1));
        return new KclReaders(configs, parts, each -> {
            attempts.incrementAndGet();
            return SchedulerFactory.plain(each);
        });
    }
}
