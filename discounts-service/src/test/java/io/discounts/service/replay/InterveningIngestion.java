package io.discounts.service.replay;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.ingestion.LoggedBatch;
import io.discounts.service.ingestion.LoggedIngestion;
import io.discounts.service.ingestion.LoggedOutcome;

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

    void run(ReplayStage stage, long id) {
        stage.runAlone(stage.context().getBean(EventLogs.class), this, new StopSignal(), id);
    }
}
