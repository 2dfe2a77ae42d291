package io.discounts.service.ingestion;

import org.springframework.dao.TransientDataAccessResourceException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes a batch in lanes side by side, each in a transaction of its own, and the shard's watermark once all of them are
 * durable. If any fails, some of the batch may be applied; that does no harm, for it is offered again.
 */
record Lanes(int count, BatchHalves batches) {

    List<IngestionOutcome> apply(ReadBatch batch) {
        var lanes = count == 1 ? List.<Lane>of() : Lane.of(batch, count);
        return lanes.size() < 2 ? batches.apply(batch) : sideBySide(batch, lanes);
    }

    private List<IngestionOutcome> sideBySide(ReadBatch batch, List<Lane> lanes) {
        var outcomes = run(lanes).stream().map(Lanes::outcome).toList();
        if (batch.appliedUntil() != null) {
            batches.apply(batch.watermarkAlone());
        }
        return Lane.merge(lanes, outcomes);
    }

    /** Waits for all of them, whatever becomes of one. */
    private List<Future<List<IngestionOutcome>>> run(List<Lane> lanes) {
        var tasks = new ArrayList<Callable<List<IngestionOutcome>>>();
        lanes.forEach(lane -> tasks.add(() -> batches.apply(lane.batch())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks);
        } catch (InterruptedException interrupted) {
            throw away(interrupted);
        }
    }

    private static List<IngestionOutcome> outcome(Future<List<IngestionOutcome>> lane) {
        try {
            return lane.get();
        } catch (InterruptedException interrupted) {
            throw away(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static TransientDataAccessResourceException away(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new TransientDataAccessResourceException("interrupted", interrupted);
    }
}
