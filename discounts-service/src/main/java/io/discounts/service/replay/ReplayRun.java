package io.discounts.service.replay;

import io.discounts.service.catalog.CatalogFilling;
import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.ingestion.IngestionProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs replays, each from where it was left: first its segments are listed and, if it goes there, the shadow is begun;
 * then the segments are read; last both catalogs are summed up. Safe for use by any thread, one for each replay.
 */
final class ReplayRun {
    private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);

    private final JdbcReplays replays;
    private final JdbcSegments segments;
    private final EventLogs logs;
    private final Catalogs catalogs;
    private final List<IngestionProperties.Stream> streams;
    private final Duration late;
    private final Workers workers;
    private final ReplayMetrics metrics;

    /** Where a replay may go. */
    record Catalogs(
            DiscountCatalog live, CatalogFilling filling, CatalogRebuild rebuild, TransactionTemplate transaction) {}

    /** Reads the segments of a log. */
    interface Workers {
        SegmentWorkers of(EventLog log);
    }

    ReplayRun(
            JdbcReplays replays,
            JdbcSegments segments,
            EventLogs logs,
            Catalogs catalogs,
            List<IngestionProperties.Stream> streams,
            Duration late,
            Workers workers,
            ReplayMetrics metrics) {
        this.replays = replays;
        this.segments = segments;
        this.logs = logs;
        this.catalogs = catalogs;
        this.streams = List.copyOf(streams);
        this.late = late;
        this.workers = workers;
        this.metrics = metrics;
    }

    /**
     * Runs a replay until it ends or it is asked to stop.
     *
     * @throws org.springframework.dao.DataAccessException if the database is away at the beginning or at the end; what
     *     has been done is kept
     */
    void run(long id, StopSignal stop) {
        if (!replays.begin(id)) {
            return;
        }
        var order = replays.find(id).orElseThrow().order();
        try {
            var eventLog = logs.at(order.location());
            plan(id, order, eventLog);
            metrics.begun(replays.find(id).orElseThrow().progress());
            end(id, order, work(id, order, eventLog, stop));
        } catch (IOException | IllegalArgumentException | IllegalStateException failure) {
            replays.fail(id, String.valueOf(failure.getMessage()));
        }
    }

    private SegmentWorkers.Ending work(long id, ReplayOrder order, EventLog eventLog, StopSignal stop) {
        var fills = replays.fills(id);
        var task = new SegmentReplay.Task(id, order, target(order, fills));
        var ending = workers.of(eventLog).work(task, segments.undone(id), stop);
        if (fills) {
            catalogs.filling().announce();
        }
        return ending;
    }

    private DiscountCatalog target(ReplayOrder order, boolean fills) {
        if (order.intoShadow()) {
            return catalogs.rebuild().shadow();
        }
        return fills ? catalogs.filling().catalog() : catalogs.live();
    }

    /** The shadow is begun together with the list: whoever goes on with the replay goes on with its shadow. */
    private void plan(long id, ReplayOrder order, EventLog eventLog) throws IOException {
        if (replays.isPlanned(id)) {
            return;
        }
        var listed = list(order, eventLog);
        if (order.intoShadow()) {
            catalogs.rebuild().begin();
        }
        var fills = !order.intoShadow() && catalogs.filling().isEmpty();
        catalogs.transaction().executeWithoutResult(status -> {
            segments.plan(id, listed);
            replays.planned(id, fills);
        });
    }

    private List<Segment> list(ReplayOrder order, EventLog eventLog) throws IOException {
        var first = LocalDate.ofInstant(order.from(), ZoneOffset.UTC);
        var last = LocalDate.ofInstant(order.until().minusMillis(1).plus(late), ZoneOffset.UTC);
        var listed = new ArrayList<Segment>();
        for (var stream : streams) {
            if (order.provider() == null || order.provider().equals(stream.provider())) {
                listed.addAll(eventLog.segments(stream.name(), first, last));
            }
        }
        if (listed.isEmpty()) {
            throw new IOException("there are no segments of these streams and days at " + order.location());
        }
        return listed;
    }

    private void end(long id, ReplayOrder order, SegmentWorkers.Ending ending) {
        switch (ending) {
            case SegmentWorkers.Ending.Complete ignored -> {
                if (replays.succeed(id, checksums(order))) {
                    log.atInfo().addKeyValue("replay", id).log("a replay is through");
                }
            }
            case SegmentWorkers.Ending.Failed failed -> replays.fail(id, failed.reason());
            case SegmentWorkers.Ending.Left ignored ->
                log.atInfo().addKeyValue("replay", id).log("a replay is left where it is");
        }
    }

    private Replay.@Nullable Checksums checksums(ReplayOrder order) {
        if (!order.intoShadow()) {
            return null;
        }
        var both = catalogs.rebuild().compare();
        return new Replay.Checksums(both.live().toString(), both.shadow().toString());
    }
}
