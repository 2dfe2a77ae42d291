package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CheckpointWatch;
import io.discounts.loadtests.harness.HeldRows;
import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two instances share the streams; again and again one of them is stopped in its midst for longer than its leases last,
 * and goes on as if nothing had happened. What it still has in its hands then must change nothing.
 */
@SuppressWarnings("try") // Rows are held, not used.
public final class ZombieRun {
    private static final String NAME = "zombie-run";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SUBJECTS = 2_000;
    private static final int SHARDS = 8;

    /** Where the instance is caught. */
    private enum Where {
        ANYWHERE,
        BEFORE_WRITING,
        BEFORE_COMMIT
    }

    private final Report report = new Report();
    private final Database database;
    private final CatalogSnapshot catalog;
    private final AppliedChanges applied;
    private final List<ServiceProcess> instances;
    private final Duration frozen;
    private int frozenTimes;
    private long late;

    private ZombieRun(Database database, List<ServiceProcess> instances, Duration frozen) {
        this.database = database;
        this.catalog = new CatalogSnapshot(database);
        this.applied = AppliedChanges.noteIn(catalog.jdbc());
        this.instances = instances;
        this.frozen = frozen;
    }

    /**
     * Options: {@code events}, {@code rate} (a second), {@code rounds} of three zombies each (one more follows), {@code frozen} (seconds),
     * {@code seed}.
     */
    public static void run(Options options) throws IOException, SQLException, InterruptedException {
        var events = options.number("events", 60_000);
        var rate = options.number("rate", 300);
        var rounds = options.number("rounds", 3);
        var frozen = Duration.ofSeconds(options.number("frozen", 12));
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var instances = ServiceProcess.pair(NAME, Settings.hurried(NAME));
        var changes = ChangeSequence.rising(events, SUBJECTS, seed);
        var run = new ZombieRun(servers.database(), instances, frozen);
        try (var streams = LoadedStreams.of(servers);
                var leases = Leases.of(servers, NAME);
                var checkpoints = CheckpointWatch.of(leases);
                var flow = new RatedFlow(streams, new ChangeEvents(Clock.systemUTC()), changes, rate)) {
            run.awaitLife(flow);
            try {
                for (int round = 0; round < rounds; round++) {
                    run.anywhere(flow);
                    run.beforeWriting(flow);
                    run.beforeCommit(flow);
                }
                run.beforeCommitForLong(flow);
            } catch (IllegalStateException | ConditionTimeoutException e) {
                run.describe(leases);
                throw e;
            }
            flow.await();
            run.report.line("all %,d events are on the streams", events);
            new Verification(run.catalog, run.report).awaitEqual(CatalogModel.of(changes));
            run.tell(events, checkpoints);
        }
    }

    /** Caught wherever it is, while events flow on. */
    private void anywhere(RatedFlow flow) throws IOException, InterruptedException {
        var zombie = busiest();
        freeze(zombie, Where.ANYWHERE);
        TimeUnit.MILLISECONDS.sleep(frozen.toMillis());
        zombie.process().resume();
        awaitLife(flow);
    }

    /** Caught with its batches read and nothing of them written; the other one has long done its work when it goes on. */
    private void beforeWriting(RatedFlow flow) throws IOException, SQLException, InterruptedException {
        var zombie = busiest();
        var before = 0L;
        try (var held = HeldRows.beforeWriting(database)) {
            awaitAllWaiting();
            before = zombie.metrics().records();
            freeze(zombie, Where.BEFORE_WRITING);
        }
        TimeUnit.MILLISECONDS.sleep(frozen.toMillis());
        var model = CatalogModel.of(flow.halt());
        new Verification(catalog, report).awaitEqual(model);
        var written = applied.count();
        var sheets = catalog.sheetVersions();
        zombie.process().resume();
        var records = awaitLateRecords(zombie, before);
        require(applied.count() == written && catalog.sheetVersions() == sheets, "Late records have been written");
        require(catalog.lines().equals(model.lines()), "Late records have changed the catalog");
        late += records;
        report.line("  it applied %,d records late, which changed nothing", records);
        flow.goOn();
        awaitLife(flow);
    }

    /** Caught with its batches written and not committed: it holds all their rows, so the other one has to wait. */
    private void beforeCommit(RatedFlow flow) throws IOException, SQLException, InterruptedException {
        var zombie = busiest();
        try (var held = HeldRows.beforeCommit(database)) {
            awaitAllWaiting();
            freeze(zombie, Where.BEFORE_COMMIT);
        }
        TimeUnit.MILLISECONDS.sleep(frozen.toMillis());
        report.line("  its transactions wait to be committed: %d", catalog.openTransactions(frozen.minusSeconds(2)));
        zombie.process().resume();
        awaitLife(flow);
    }

    /** The same for so long that MySQL takes the rows from it: the other one catches up while it is still frozen. */
    private void beforeCommitForLong(RatedFlow flow) throws IOException, SQLException, InterruptedException {
        var zombie = busiest();
        try (var held = HeldRows.beforeCommit(database)) {
            awaitAllWaiting();
            freeze(zombie, Where.BEFORE_COMMIT);
        }
        var began = report.elapsed();
        TimeUnit.MILLISECONDS.sleep(frozen.toMillis());
        var model = CatalogModel.of(flow.halt());
        new Verification(catalog, report).awaitEqual(model);
        report.line(
                "  the other one has done its work after %d s",
                report.elapsed().minus(began).toSeconds());
        zombie.process().resume();
        TimeUnit.SECONDS.sleep(5);
        require(catalog.lines().equals(model.lines()), "What was never committed has changed the catalog");
        flow.goOn();
        awaitLife(flow);
    }

    private void freeze(ServiceProcess zombie, Where where) {
        zombie.process().pause();
        frozenTimes++;
        report.line("instance %s frozen %s", name(zombie), where);
    }

    /** The one that reads most shards; it always is the other's turn if one reads them all. */
    private ServiceProcess busiest() throws IOException {
        var busiest = instances.getFirst();
        for (var each : instances) {
            busiest = each.heldShards() > busiest.heldShards() ? each : busiest;
        }
        return busiest;
    }

    /** Until each shard's batch waits in its transaction. */
    private void awaitAllWaiting() {
        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> catalog.waitingTransactions() >= SHARDS);
    }

    /** Until it has applied something of what it had in its hands, and nothing more for three seconds. */
    private long awaitLateRecords(ServiceProcess zombie, long before) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> zombie.metrics().records() > before);
        return settled(zombie) - before;
    }

    private static long settled(ServiceProcess zombie) {
        var seen = new ArrayList<Long>();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            seen.add(zombie.metrics().records());
            var size = seen.size();
            return size > 3 && seen.get(size - 1).equals(seen.get(size - 4));
        });
        return seen.getLast();
    }

    /** Until all shards are read, by whomever, and what has been put is nearly applied. */
    private void awaitLife(RatedFlow flow) {
        var began = report.elapsed();
        var target = CatalogModel.of(flow.soFar()).subjects();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var shards = 0L;
            for (var each : instances) {
                shards += each.heldShards();
            }
            return shards == SHARDS && catalog.subjects() >= target && catalog.waitingTransactions() == 0;
        });
        report.line(
                "  all shards are read again after %.1f s",
                report.elapsed().minus(began).toMillis() / 1e3);
    }

    private String name(ServiceProcess instance) {
        return instances.indexOf(instance) == 0 ? "a" : "b";
    }

    private void tell(int events, CheckpointWatch checkpoints) throws IOException {
        var records = 0L;
        for (var each : instances) {
            records += each.metrics().records();
        }
        report.line("frozen %d times for %d s each, with leases of 5 s", frozenTimes, frozen.toSeconds());
        report.line(
                "%,d events, %,d of them delivered again, %,d of these to a zombie", events, records - events, late);
        report.line("writes %,d, stale ones %s", applied.count(), applied.stale());
        report.line(
                "checkpoints seen %,d times, advanced %,d times, went back %s",
                checkpoints.looks(), checkpoints.advances(), checkpoints.goneBack());
        require(applied.stale().isEmpty(), "A version was replaced by an older one");
        require(checkpoints.goneBack().isEmpty(), "A checkpoint went back");
        report.line("took %d s", report.elapsed().toSeconds());
    }

    /** What there is to see when it has gone wrong. */
    private void describe(Leases leases) {
        leases.described().forEach(row -> report.line("  lease %s", row));
        catalog.transactions().forEach(row -> report.line("  transaction %s", row));
        for (var each : instances) {
            each.process()
                    .output()
                    .lines()
                    .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                    .forEach(line -> report.line("  instance %s: %s", name(each), line));
            each.process().resume();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
