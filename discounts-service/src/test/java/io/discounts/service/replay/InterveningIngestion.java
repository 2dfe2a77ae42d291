package io.discounts.service.replay;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.ingestion.LoggedBatch;
import io.discounts.service.ingestion.LoggedIngestion;
import io.discounts.service.ingestion.LoggedOutcome;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Applies some batches, then lets something happen before it goes on. */
record InterveningIngestion(LoggedIngestion ingestion, int before, Runnable intervention, AtomicInteger batches)
        implements LoggedIngestion {
    InterveningIngestion(LoggedIngestion ingestion, int before, Runnable intervention) {
        this(ingestion, before, intervention, new AtomicInteger());
    }

    @Override
    public LoggedOutcome apply(LoggedBatch batch, DiscountCatalog target, Along along) {
        if (batches.getAndIncrement() == before) {
            intervention.run();
        }
        return ingestion.apply(batch, target, along);
    }

    /** Runs a replay with one worker. */
    void run(ReplayStage stage, long id) {
        var metrics = stage.context().getBean(ReplayMetrics.class);
        new ReplayRun(
                        stage.replays(),
                        stage.segments(),
                        stage.context().getBean(EventLogs.class),
                        stage.context().getBean(ReplayRun.Catalogs.class),
                        stage.streams(),
                        Duration.ZERO,
                        log -> new SegmentWorkers(
                                new SegmentReplay(log, this, stage.segments(), metrics, 50), 1, new Random(1)),
                        metrics)
                .run(id, new StopSignal());
    }
}
