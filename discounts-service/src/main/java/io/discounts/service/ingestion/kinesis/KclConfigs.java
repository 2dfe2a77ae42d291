package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.IngestionProperties;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.checkpoint.CheckpointConfig;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.leases.LeaseManagementConfig.GracefulLeaseHandoffConfig;
import software.amazon.kinesis.lifecycle.LifecycleConfig;
import software.amazon.kinesis.metrics.MetricsConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** The service's properties in the KCL's words. */
record KclConfigs(
        IngestionProperties ingestion,
        KclProperties kcl,
        KinesisAsyncClient kinesis,
        DynamoDbAsyncClient dynamoDb,
        ProviderStreams streams,
        String workerId) {
    SchedulerConfigs configs(ShardRecordProcessorFactory processors, WorkerStateChangeListener listener) {
        return new SchedulerConfigs(
                new CheckpointConfig(),
                coordinator(listener),
                leases(),
                new LifecycleConfig(),
                // Our metrics are Micrometer's; without a factory that publishes, the CloudWatch client is never used.
                new MetricsConfig(null, ingestion.applicationName()).metricsFactory(new NullMetricsFactory()),
                new ProcessorConfig(processors).callProcessRecordsEvenForEmptyRecordList(true),
                new RetrievalConfig(kinesis, streams, ingestion.applicationName()).retrievalSpecificConfig(polling()));
    }

    /** One attempt to initialize: between two of its own the KCL cannot be stopped, so it is we who try again. */
    private CoordinatorConfig coordinator(WorkerStateChangeListener listener) {
        return new CoordinatorConfig(ingestion.applicationName())
                .workerStateChangeListener(listener)
                .maxInitializationAttempts(1)
                .schedulerInitializationBackoffTimeMillis(1)
                .parentShardPollIntervalMillis(kcl.parentShardPollInterval().toMillis())
                .shardConsumerDispatchPollIntervalMillis(kcl.dispatchInterval().toMillis());
    }

    private LeaseManagementConfig leases() {
        var name = ingestion.applicationName();
        var leases = new LeaseManagementConfig(name, name, dynamoDb, kinesis, workerId)
                .initialPositionInStream(streams.initialPosition())
                .failoverTimeMillis(kcl.failoverTime().toMillis())
                .shardSyncIntervalMillis(kcl.shardSyncInterval().toMillis())
                .leasesRecoveryAuditorExecutionFrequencyMillis(
                        kcl.leaseAuditInterval().toMillis())
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(kcl.leaderLease().toMillis())
                .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(
                        kcl.leaderHeartbeat().toMillis())
                .gracefulLeaseHandoffConfig(GracefulLeaseHandoffConfig.builder()
                        .isGracefulLeaseHandoffEnabled(kcl.gracefulHandoff())
                        .build());
        leases.workerUtilizationAwareAssignmentConfig().disableWorkerMetrics(!kcl.workerMetrics());
        var assignment = kcl.leaseAssignmentInterval();
        return assignment == null ? leases : leases.leaseAssignmentIntervalMillis(assignment.toMillis());
    }

    private PollingConfig polling() {
        return new PollingConfig(kinesis)
                .maxRecords(ingestion.maxRecords())
                .idleTimeBetweenReadsInMillis(kcl.idleBetweenReads().toMillis());
    }
}
