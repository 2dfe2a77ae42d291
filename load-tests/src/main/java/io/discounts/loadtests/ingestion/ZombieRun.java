package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CheckpointWatch;
import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.DevServers;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * Two instances share the streams; again and again one of them is stopped in its midst for longer than its leases last,
 * and goes on as if nothing had happened. What it still has in its hands then must change nothing.
 */
public final class ZombieRun {
    private static final String NAME = "zombie-run";
    private static final int SUBJECTS = 2_000;

    private ZombieRun() {}

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
        var report = new Report();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var instances = InstancePair.start(NAME);
        var catalog = new CatalogSnapshot(servers.database());
        var applied = AppliedChanges.noteIn(catalog.jdbc());
        var changes = ChangeSequence.rising(events, SUBJECTS, seed);
        try (var kinesis = LoadedStreams.of(servers);
                var leases = Leases.of(servers, NAME);
                var checkpoints = CheckpointWatch.of(leases);
                var flow = new RatedFlow(kinesis, new ChangeEvents(Clock.systemUTC()), changes, Pace.steady(rate))) {
            var streams = new SharedStreams(flow, instances, catalog, report);
            var zombies = new Zombies(streams, servers.database(), applied, frozen);
            haunt(streams, zombies, rounds, leases);
            flow.await();
            report.line("all %,d events are on the streams", events);
            new Verification(catalog, report).awaitEqual(CatalogModel.of(changes));
            zombies.tell();
            report.line(
                    "%,d events, %,d of them delivered again, %,d of these to a zombie",
                    events, instances.records() - events, zombies.late());
            new NothingWentBack(applied, checkpoints).judge(report);
            report.line("took %d s", report.elapsed().toSeconds());
        }
    }

    private static void haunt(SharedStreams streams, Zombies zombies, int rounds, Leases leases)
            throws IOException, SQLException, InterruptedException {
        streams.awaitLife();
        try {
            for (int round = 0; round < rounds; round++) {
                zombies.anywhere();
                zombies.beforeWriting();
                zombies.beforeCommit();
            }
            zombies.beforeCommitForLong();
        } catch (IllegalStateException | ConditionTimeoutException e) {
            streams.describe(leases);
            throw e;
        }
    }
}
