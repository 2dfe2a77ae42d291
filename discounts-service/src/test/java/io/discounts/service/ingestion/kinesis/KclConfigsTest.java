package io.discounts.service.ingestion.kinesis;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class KclConfigsTest {
    private final FakeKinesis kinesis = new FakeKinesis();

    @Test
    void keepsTheKclsDefaultsInProduction() {
        var leases = configs(TestProperties.kcl()).leases();

        assertThat(leases.failoverTimeMillis()).isEqualTo(10_000);
        assertThat(leases.leaseAssignmentIntervalMillis()).isEqualTo(20_000);
        assertThat(leases.gracefulLeaseHandoffConfig().isGracefulLeaseHandoffEnabled())
                .isTrue();
        assertThat(leases.workerUtilizationAwareAssignmentConfig().disableWorkerMetrics())
                .isFalse();
    }

    @Test
    void takesTheDevelopmentRunsHaste() {
        var configs = configs(TestProperties.kcl(TestProperties.devKcl()));

        assertThat(configs.leases().failoverTimeMillis()).isEqualTo(5_000);
        assertThat(configs.leases().leaseAssignmentIntervalMillis()).isEqualTo(500);
        assertThat(configs.leases().gracefulLeaseHandoffConfig().isGracefulLeaseHandoffEnabled())
                .isFalse();
        assertThat(configs.leases().workerUtilizationAwareAssignmentConfig().disableWorkerMetrics())
                .isTrue();
        assertThat(configs.coordinator().shardConsumerDispatchPollIntervalMillis())
                .isEqualTo(50);
        assertThat(configs.coordinator().parentShardPollIntervalMillis()).isEqualTo(200);
    }

    @Test
    void sharesOneTableUnderTheApplicationsName() {
        var configs = configs(TestProperties.kcl());

        assertThat(configs.leases().tableName()).isEqualTo("discounts-service");
        assertThat(configs.coordinator().applicationName()).isEqualTo("discounts-service");
    }

    @Test
    void pollsForRecordsAndAlsoHearsOfEmptyReads() {
        var configs = configs(TestProperties.kcl());

        assertThat(configs.retrieval().retrievalSpecificConfig())
                .asInstanceOf(type(PollingConfig.class))
                .satisfies(polling -> {
                    assertThat(polling.idleTimeBetweenReadsInMillis()).isEqualTo(500);
                    assertThat(polling.maxRecords()).isEqualTo(1_000);
                });
        assertThat(configs.processor().callProcessRecordsEvenForEmptyRecordList())
                .isTrue();
    }

    @Test
    void publishesNoMetricsOfTheKclsOwn() {
        assertThat(configs(TestProperties.kcl()).metrics().metricsFactory()).isInstanceOf(NullMetricsFactory.class);
    }

    @Test
    void refusesAHeartbeatThatWouldLoseTheLead() {
        assertThatThrownBy(() -> TestProperties.kcl(Map.of("discounts.ingestion.kcl.leader-lease", "10s")))
                .hasRootCauseMessage(
                        "discounts.ingestion.kcl.leader-heartbeat must be at most a third of leader-lease");
    }

    @Test
    void refusesToReadMoreOftenThanAShardAllows() {
        assertThatThrownBy(() -> TestProperties.kcl(Map.of("discounts.ingestion.kcl.idle-between-reads", "100ms")))
                .hasRootCauseMessage("discounts.ingestion.kcl.idle-between-reads must be at least 200ms");
    }

    private SchedulerConfigs configs(KclProperties kcl) {
        var properties = TestProperties.withStreams("stores");
        var streams = new ProviderStreams(properties, new StreamDirectory(kinesis));
        var dynamoDb = new DynamoDbAsyncClient() {
            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return new KclConfigs(properties, kcl, kinesis, dynamoDb, streams, "worker-1")
                .configs(() -> new UnconfiguredStreamProcessor("any", shardId -> Tenure.NOT_BEGUN), new ReaderState());
    }
}
