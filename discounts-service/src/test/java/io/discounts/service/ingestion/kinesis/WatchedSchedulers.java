package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Keeps the latest Scheduler at hand, so that a test can take leases away from it. */
final class WatchedSchedulers implements SchedulerFactory {
    private final SchedulerFactory schedulers;
    private volatile @Nullable Scheduler latest;
    private final AtomicInteger created = new AtomicInteger();
    private volatile boolean deafenNext;

    WatchedSchedulers(SchedulerFactory schedulers) {
        this.schedulers = schedulers;
    }

    @Override
    public Scheduler create(SchedulerConfigs configs) {
        var next = schedulers.create(deafenNext ? deaf(configs) : configs);
        deafenNext = false;
        latest = next;
        created.incrementAndGet();
        return next;
    }

    /** How many there have been. */
    int created() {
        return created.get();
    }

    /** What tells the leases held now from the same ones lost and won again. */
    Set<UUID> tokens() {
        return leases().stream().map(Lease::concurrencyToken).collect(Collectors.toSet());
    }

    private Collection<Lease> leases() {
        var scheduler = latest;
        return scheduler == null ? List.of() : scheduler.leaseCoordinator().getAssignments();
    }

    /** The next Scheduler holds leases as any other, and its processors are never heard of. */
    void deafenNext() {
        deafenNext = true;
    }

    /** As if another worker had taken them: they are won again some time later, as leases with other tokens. */
    void loseAllLeases() {
        var scheduler = latest;
        if (scheduler != null) {
            leases().forEach(scheduler.leaseCoordinator()::dropLease);
        }
    }

    private static SchedulerConfigs deaf(SchedulerConfigs configs) {
        return new SchedulerConfigs(
                configs.checkpoint(),
                configs.coordinator(),
                configs.leases(),
                configs.lifecycle(),
                configs.metrics(),
                new ProcessorConfig(new DeafProcessors()),
                configs.retrieval());
    }

    private static final class DeafProcessors implements ShardRecordProcessorFactory, ShardRecordProcessor {
        @Override
        public ShardRecordProcessor shardRecordProcessor() {
            return this;
        }

        @Override
        public void initialize(InitializationInput input) {}

        @Override
        public void processRecords(ProcessRecordsInput input) {}

        @Override
        public void leaseLost(LeaseLostInput input) {}

        @Override
        public void shardEnded(ShardEndedInput input) {}

        @Override
        public void shutdownRequested(ShutdownRequestedInput input) {}
    }
}
