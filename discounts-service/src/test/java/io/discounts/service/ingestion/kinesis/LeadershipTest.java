package io.discounts.service.ingestion.kinesis;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.ingestion.IngestionMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The real KCL with a real lease table. Its leader hands out leases, and looks for shards that have none. */
class LeadershipTest {
    private final FakeKinesis kinesis = new FakeKinesis();
    private final DynamoDbAsyncClient dynamoDb = DynamoDbAsyncClient.builder()
            .endpointOverride(DevServers.running().dynamoDbEndpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(RunningServers.ACCESS_KEY, RunningServers.SECRET)))
            .build();

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void endsWithTheReaderThatCouldNotBegin() {
        var properties = TestProperties.ofApplication("leadership", "stores");
        DevServers.ensureLeaseTable(properties.applicationName());
        var ledMeanwhile = new ArrayList<Boolean>();
        kinesis.has("stores");
        kinesis.tellsNoShards(() -> ledMeanwhile.add(isLed(properties.applicationName())));
        var streams = new ProviderStreams(properties, new StreamDirectory(kinesis));
        var kcl = TestProperties.kcl(TestProperties.devKcl());
        var configs = new KclConfigs(properties, kcl, kinesis, dynamoDb, streams, "worker-1");
        var metrics = new IngestionMetrics(new SimpleMeterRegistry());
        var parts = ProcessorParts.of(new ScriptedIngestion(), metrics, properties, Clock.systemUTC(), new Random(1));
        var schedulers = new FastSchedulerConfiguration().fastScheduler();

        new KclReaders(configs, parts, schedulers).get().orElseThrow().run();

        assertThat(ledMeanwhile).contains(true);
        assertThat(isLed(properties.applicationName())).isFalse();
    }

    private boolean isLed(String table) {
        var leader = Map.of("leaseKey", AttributeValue.fromS("Leader"));
        return dynamoDb.getItem(request -> request.tableName(table).key(leader))
                .join()
                .hasItem();
    }
}
