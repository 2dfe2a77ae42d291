package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.coordinator.Scheduler;

/** Makes the Scheduler; a bean of this type replaces the KCL's own by another, as one that starts sooner in tests. */
@FunctionalInterface
interface SchedulerFactory {
    Scheduler create(SchedulerConfigs configs);

    /** The KCL's own. */
    static Scheduler plain(SchedulerConfigs configs) {
        return new Scheduler(
                configs.checkpoint(),
                configs.coordinator(),
                configs.leases(),
                configs.lifecycle(),
                configs.metrics(),
                configs.processor(),
                configs.retrieval());
    }
}
