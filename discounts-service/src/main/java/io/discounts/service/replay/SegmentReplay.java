package io.discounts.service.replay;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.ingestion.LoggedIngestion;
import io.discounts.service.ingestion.LoggedOutcome;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Takes a segment through the pipeline, from where it was left, batch by batch. */
record SegmentReplay(EventLog log, LoggedIngestion ingestion, JdbcSegments segments, ReplayMetrics metrics, int batch) {
    /** Where all its records go. */
    record Task(long replayId, ReplayOrder order, DiscountCatalog target) {}

    /** What became of an attempt; how far it came is in the database. */
    sealed interface Attempt {
        /** The segment has been read to its end. */
        record Done() implements Attempt {}

        /** It was asked to stop. */
        record Left() implements Attempt {}

        /** The database is away. */
        record Unavailable(String reason) implements Attempt {}

        /** The log cannot be read. */
        record Unreadable(String reason) implements Attempt {}
    }

    /**
     * Tries to take a segment to its end.
     *
     * @throws ReplayStoppedException if the replay has ended or is gone on with elsewhere
     * @throws IllegalStateException if the shadow that is replayed into is not there any more
     */
    Attempt attempt(Task task, int number, BooleanSupplier stopping) {
        try {
            var progress = segments.find(task.replayId(), number);
            try (var lines = SegmentLines.of(progress.segment(), log.open(progress.segment()))) {
                skip(lines, progress.lines());
                return replay(task, progress, lines, stopping);
            }
        } catch (IOException unreadable) {
            return new Attempt.Unreadable(unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage());
        } catch (DataAccessException | TransactionException away) {
            return new Attempt.Unavailable(away.getClass().getSimpleName());
        }
    }

    private static void skip(SegmentLines lines, long count) throws IOException {
        while (lines.number() < count) {
            if (lines.next() == null) {
                throw new IOException("the segment has become shorter");
            }
        }
    }

    private Attempt replay(Task task, SegmentProgress progress, SegmentLines lines, BooleanSupplier stopping)
            throws IOException {
        var position = lines.position();
        while (!stopping.getAsBoolean()) {
            var next = SegmentBatch.read(progress.segment(), lines, batch);
            if (next.records().isEmpty()) {
                segments.finish(task.replayId(), progress.number(), next.from(), lines.trouble());
                return new Attempt.Done();
            }
            metrics.read(next.position() - position);
            position = next.position();
            switch (apply(task, progress, next)) {
                case LoggedOutcome.Unavailable away -> {
                    return new Attempt.Unavailable(away.reason());
                }
                case LoggedOutcome.Ingested ingested -> metrics.ingested(ingested.counts());
            }
        }
        return new Attempt.Left();
    }

    private LoggedOutcome apply(Task task, SegmentProgress progress, SegmentBatch next) {
        return ingestion.apply(
                next.of(progress.segment(), task.order()),
                task.target(),
                (durable, counts) -> segments.advance(
                        task.replayId(),
                        progress.number(),
                        next.linesOf(durable),
                        next.linesOf(durable + counts.records()),
                        next.position(),
                        counts));
    }
}
