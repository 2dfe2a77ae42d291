package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.HeldRows;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

import static io.discounts.loadtests.ingestion.Requirement.require;

/** The ways in which an instance is frozen for longer than its leases last and goes on as if nothing had happened. */
@SuppressWarnings("try") // Rows are held, not used.
final class Zombies {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TO_ROLL_BACK = Duration.ofSeconds(5);

    /** Where the instance is caught. */
    private enum Where {
        ANYWHERE,
        BEFORE_WRITING,
        BEFORE_COMMIT
    }

    private final SharedStreams streams;
    private final Database database;
    private final AppliedChanges applied;
    private final Duration frozen;
    private final Report report;
    private int times;
    private long late;

    /** @param frozen how long each time; longer than a lease lasts */
    Zombies(SharedStreams streams, Database database, AppliedChanges applied, Duration frozen) {
        this.streams = streams;
        this.database = database;
        this.applied = applied;
        this.frozen = frozen;
        this.report = streams.report();
    }

    /** Caught wherever it is, while events flow on. */
    void anywhere() throws IOException, InterruptedException {
        var zombie = streams.instances().busiest();
        freeze(zombie, Where.ANYWHERE);
        sleep(frozen);
        zombie.process().resume();
        streams.awaitLife();
    }

    /** Caught with its batches read and nothing of them written; the other one has long done its work when it goes on. */
    void beforeWriting() throws IOException, SQLException, InterruptedException {
        var zombie = streams.instances().busiest();
        var before = 0L;
        try (var held = HeldRows.beforeWriting(database)) {
            streams.awaitAllWaiting();
            before = zombie.metrics().records();
            freeze(zombie, Where.BEFORE_WRITING);
        }
        sleep(frozen);
        judgeLateRecords(zombie, before, streams.awaitAllApplied());
        goOn();
    }

    /** Caught with its batches written and not committed: it holds all their rows, so the other one has to wait. */
    void beforeCommit() throws IOException, SQLException, InterruptedException {
        var zombie = freezeBeforeCommit();
        sleep(frozen);
        report.line(
                "  its transactions wait to be committed: %d",
                streams.catalog().openTransactions(frozen.minusSeconds(2)));
        zombie.process().resume();
        streams.awaitLife();
    }

    /** The same for so long that MySQL takes the rows from it: the other one catches up while it is still frozen. */
    void beforeCommitForLong() throws IOException, SQLException, InterruptedException {
        var zombie = freezeBeforeCommit();
        var began = report.elapsed();
        sleep(frozen);
        var model = streams.awaitAllApplied();
        report.line(
                "  the other one has done its work after %d s",
                report.elapsed().minus(began).toSeconds());
        zombie.process().resume();
        sleep(TO_ROLL_BACK);
        require(streams.catalog().lines().equals(model.lines()), "What was never committed has changed the catalog");
        goOn();
    }

    void tell() {
        report.line(
                "frozen %d times for %d s each, with leases of 5 s; %,d events were delivered again to a zombie",
                times, frozen.toSeconds(), late);
    }

    private ServiceProcess freezeBeforeCommit() throws IOException, SQLException {
        var zombie = streams.instances().busiest();
        try (var held = HeldRows.beforeCommit(database)) {
            streams.awaitAllWaiting();
            freeze(zombie, Where.BEFORE_COMMIT);
        }
        return zombie;
    }

    private void freeze(ServiceProcess zombie, Where where) {
        zombie.process().pause();
        times++;
        report.line("instance %s frozen %s", streams.instances().name(zombie), where);
    }

    /** Lets it go on: what it has in its hands must change nothing. */
    private void judgeLateRecords(ServiceProcess zombie, long before, CatalogModel model) {
        var catalog = streams.catalog();
        var written = applied.count();
        var sheets = catalog.sheetVersions();
        zombie.process().resume();
        var records = awaitLateRecords(zombie, before);
        require(applied.count() == written && catalog.sheetVersions() == sheets, "Late records have been written");
        require(catalog.lines().equals(model.lines()), "Late records have changed the catalog");
        late += records;
        report.line("  it applied %,d records late, which changed nothing", records);
    }

    /** Until it has applied something of what it had in its hands, and nothing more for three seconds. */
    private static long awaitLateRecords(ServiceProcess zombie, long before) {
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

    private void goOn() {
        streams.flow().goOn();
        streams.awaitLife();
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}
