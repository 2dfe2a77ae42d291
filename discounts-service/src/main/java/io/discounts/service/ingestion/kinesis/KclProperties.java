package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The KCL's own tuning; the defaults are meant for production and are the KCL's, but for the pause between two reads.
 *
 * @param failoverTime a lease not renewed for so long is another worker's to take
 * @param shardSyncInterval between two looks for shards without a lease
 * @param leaseAssignmentInterval between two assignments of leases to workers; default: twice the fail-over time
 * @param leaseAuditInterval between two searches for gaps in the leases
 * @param leaderLease how long the worker that assigns leases is trusted without a heartbeat
 * @param leaderHeartbeat between two of the leader's heartbeats; at most a third of {@code leaderLease}
 * @param gracefulHandoff whether a shard that moves lets its processor checkpoint first
 * @param workerMetrics whether leases are balanced by the workers' load, which asks EC2 or ECS for it
 * @param parentShardPollInterval between two looks whether a shard's parents have been read to their end
 * @param dispatchInterval between two turns of the Scheduler
 * @param watchdogPatience how long a shard that is held may not be read, though records wait, before all is begun anew
 * @param idleBetweenReads between two reads of one shard, which allows five a second to all its readers; at least 200 ms
 */
@ConfigurationProperties("discounts.ingestion.kcl")
record KclProperties(
        @DefaultValue("10s") Duration failoverTime,
        @DefaultValue("60s") Duration shardSyncInterval,
        @Nullable Duration leaseAssignmentInterval,
        @DefaultValue("2m") Duration leaseAuditInterval,
        @DefaultValue("2m") Duration leaderLease,
        @DefaultValue("30s") Duration leaderHeartbeat,
        @DefaultValue("true") boolean gracefulHandoff,
        @DefaultValue("true") boolean workerMetrics,
        @DefaultValue("10s") Duration parentShardPollInterval,
        @DefaultValue("1s") Duration dispatchInterval,
        @DefaultValue("60s") Duration watchdogPatience,
        @DefaultValue("500ms") Duration idleBetweenReads) {
    private static final Duration LEAST_IDLE = Duration.ofMillis(200);

    KclProperties {
        if (leaderHeartbeat.multipliedBy(3).compareTo(leaderLease) > 0) {
            throw new IllegalArgumentException(
                    "discounts.ingestion.kcl.leader-heartbeat must be at most a third of leader-lease");
        }
        if (idleBetweenReads.compareTo(LEAST_IDLE) < 0) {
            throw new IllegalArgumentException("discounts.ingestion.kcl.idle-between-reads must be at least 200ms");
        }
    }
}
