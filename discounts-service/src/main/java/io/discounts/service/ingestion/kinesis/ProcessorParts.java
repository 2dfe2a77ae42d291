package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.IngestionProperties;
import io.discounts.service.ingestion.IngestionProperties.Checkpoints;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** What all record processors of this instance share. */
record ProcessorParts(
        GuardedIngestion ingestion,
        IngestionMetrics metrics,
        Checkpoints checkpoints,
        RetryDelays delays,
        Clock clock) {
    static ProcessorParts of(
            EventIngestion ingestion,
            IngestionMetrics metrics,
            IngestionProperties properties,
            Clock clock,
            RandomGenerator random) {
        var retry = properties.retry();
        return new ProcessorParts(
                new GuardedIngestion(ingestion, metrics, clock),
                metrics,
                properties.checkpoints(),
                new RetryDelays(retry.first(), retry.max(), random),
                clock);
    }
}
