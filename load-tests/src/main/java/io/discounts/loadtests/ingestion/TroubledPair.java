package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CheckpointWatch;
import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.DevServers;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Two instances that share the streams, and something befalls them while events flow. Afterwards all must be applied, no write
 * may have put an older version in place of a newer one, and no checkpoint may have gone back.
 *
 * @param name of the run, and of the instances' lease table
 * @param events that flow in all
 * @param rate of them in a second
 */
record TroubledPair(String name, int events, int rate, int seed) {
    private static final int SUBJECTS = 2_000;

    /** What befalls them. */
    interface Trouble {
        /** Begins when all shards are read, and ends when they are again. */
        void befall() throws IOException, SQLException, InterruptedException;

        /** Says what it was, once the catalog is as it must be. */
        void tell();
    }

    /** Makes trouble for a pair that runs. */
    @FunctionalInterface
    interface Maker {
        Trouble of(SharedStreams streams, AppliedChanges applied);
    }

    void run(Maker maker) throws IOException, SQLException, InterruptedException {
        var report = new Report();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(name);
        var instances = InstancePair.start(name);
        var catalog = new CatalogSnapshot(servers.database());
        var applied = AppliedChanges.noteIn(catalog.jdbc());
        var changes = ChangeSequence.rising(events, SUBJECTS, seed);
        try (var kinesis = LoadedStreams.of(servers);
                var leases = Leases.of(servers, name);
                var checkpoints = CheckpointWatch.of(leases);
                var flow = new RatedFlow(kinesis, new ChangeEvents(Clock.systemUTC()), changes, Pace.steady(rate))) {
            var streams = new SharedStreams(flow, instances, catalog, report);
            var trouble = maker.of(streams, applied);
            befall(trouble, streams, leases);
            flow.await();
            report.line("all %,d events are on the streams", events);
            new Verification(catalog, report).awaitEqual(CatalogModel.of(changes));
            report.line("%,d events, %,d of them delivered again", events, instances.records() - events);
            trouble.tell();
            new NothingWentBack(applied, checkpoints).judge(report);
            report.line("took %d s", report.elapsed().toSeconds());
        }
    }

    private static void befall(Trouble trouble, SharedStreams streams, Leases leases)
            throws IOException, SQLException, InterruptedException {
        streams.awaitLife();
        try {
            trouble.befall();
        } catch (IllegalStateException | ConditionTimeoutException e) {
            streams.describe(leases);
            throw e;
        }
    }
}
