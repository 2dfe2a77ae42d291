package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.Lease;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the latest Scheduler at hand, so that a test can take leases away from it. */
final class WatchedSchedulers implements SchedulerFactory {
    private final SchedulerFactory schedulers;
    private volatile @Nullable Scheduler latest;

    WatchedSchedulers(SchedulerFactory schedulers) {
        this.schedulers = schedulers;
    }

    @Override
    public Scheduler create(SchedulerConfigs configs) {
        var created = schedulers.create(configs);
        latest = created;
        return created;
    }

    /** What tells the leases held now from the same ones lost and won again. */
    Set<UUID> tokens() {
        return leases().stream().map(Lease::concurrencyToken).collect(Collectors.toSet());
    }

    private Collection<Lease> leases() {
        var scheduler = latest;
        return scheduler == null ? List.of() : scheduler.leaseCoordinator().getAssignments();
    }

    /** As if another worker had taken them: they are won again some time later, as leases with other tokens. */
    void loseAllLeases() {
        var scheduler = latest;
        if (scheduler != null) {
            leases().forEach(scheduler.leaseCoordinator()::dropLease);
        }
    }
}
