package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.leases.LeaseCoordinator;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes a reader of the streams that exist; none while none of them does. */
record KclReaders(KclConfigs configs, ProcessorParts parts, SchedulerFactory schedulers)
        implements Supplier<Optional<StreamReader>> {
    @Override
    public Optional<StreamReader> get() {
        return configs.streams().streamConfigList().isEmpty() ? Optional.empty() : Optional.of(reader());
    }

    private StreamReader reader() {
        var stop = new StopSignal();
        var state = new ReaderState();
        // The Scheduler needs its processors before it has the leases that they will need.
        var leases = new CompletableFuture<LeaseCoordinator>();
        var pulses = new Pulses(parts.clock());
        var processors = new RecordProcessors(
                configs.streams(), parts, pulses, leaseKey -> LeaseTenure.of(stop, leases.join(), leaseKey));
        var scheduler = schedulers.create(configs.configs(processors, state));
        leases.complete(scheduler.leaseCoordinator());
        var watchdog = new Watchdog(
                scheduler.leaseCoordinator()::getAssignments,
                pulses,
                new ShardBacklog(configs.kinesis()),
                configs.kcl().watchdogPatience(),
                parts.clock());
        return new KclReader(scheduler, stop, state, watchdog);
    }
}
