package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CheckpointWatch;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.OpenShards;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.Streams;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import static io.discounts.loadtests.ingestion.Requirement.require;

/**
 * Shards are split and merged while events flow and two instances read them. Each subject's records must be taken up in
 * order, those of a parent shard before those of its children: the queues of parked subjects show it.
 */
public final class ReshardRun {
    private static final String NAME = "reshard-run";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SUBJECTS = 2_000;
    private static final int PARKED = 60;
    private static final int ONE_PARKED_IN = 10;
    private static final List<String> STREAMS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS);

    private final Report report = new Report();
    private final ParkedSubjects parked = new ParkedSubjects(PARKED);
    private final CatalogSnapshot catalog;
    private final AppliedChanges applied;
    private final InstancePair instances;
    private final Random random;

    private ReshardRun(Database database, InstancePair instances, long seed) {
        this.catalog = new CatalogSnapshot(database);
        this.applied = AppliedChanges.noteIn(catalog.jdbc());
        this.instances = instances;
        this.random = new Random(seed);
    }

    /**
     * Options: {@code events}, {@code rate} (a second), {@code reshardings} (the first and then every other a split, the
     * rest merges), {@code pause} (seconds between two), {@code seed}.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var events = options.number("events", 60_000);
        var rate = options.number("rate", 500);
        var reshardings = options.number("reshardings", 24);
        var pause = options.number("pause", 3);
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var run = new ReshardRun(servers.database(), InstancePair.start(NAME), seed);
        var changes = run.parked.among(ChangeSequence.rising(events, SUBJECTS, seed), ONE_PARKED_IN);
        try (var streams = LoadedStreams.of(servers);
                var leases = Leases.of(servers, NAME);
                var checkpoints = CheckpointWatch.of(leases);
                var flow = new RatedFlow(streams, new ChangeEvents(Clock.systemUTC()), changes, Pace.steady(rate))) {
            run.reshard(streams, flow, reshardings, pause);
            flow.await();
            run.report.line("all %,d events are on the streams", changes.size());
            run.judgeQueues();
            run.healQueues();
            new Verification(run.catalog, run.report).awaitEqual(healed(changes));
            run.tell(changes.size(), checkpoints);
        }
    }

    private void reshard(LoadedStreams streams, RatedFlow flow, int reshardings, int pause)
            throws InterruptedException {
        for (int i = 0; i < reshardings; i++) {
            var shards = new OpenShards(streams.client(), STREAMS.get(i % STREAMS.size()));
            var before = shards.list().size();
            if (i / STREAMS.size() % 2 == 0) {
                shards.split(random);
            } else {
                shards.merge(random);
            }
            report.line(
                    "%s: %d shards became %d, %,d events in",
                    shards.stream(), before, shards.list().size(), flow.soFar().size());
            require(!flow.isDone(), "The events were all put before the shards were resharded");
            TimeUnit.SECONDS.sleep(pause);
        }
    }

    /** All letters must be there, in order. */
    private void judgeQueues() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> catalog.deadLetters() >= parked.told());
        var queues = parked.queues(catalog.jdbc());
        queues.forEach((subject, queue) ->
                require(queue.isInOrder(), "Out of order: " + subject + " has " + queue.versions()));
        var most = queues.values().stream()
                .mapToInt(ParkedSubjects.Queue::shards)
                .max()
                .orElse(0);
        var moved = queues.values().stream().filter(queue -> queue.shards() > 1).count();
        report.line(
                "%,d dead letters of %d parked subjects, each subject's in order and once; %d moved between shards, through up to %d",
                catalog.deadLetters(), queues.size(), moved, most);
        require(catalog.deadLetters() == parked.told(), "There are too many dead letters");
        require(moved > queues.size() / 2, "Too few subjects changed their shard to prove anything");
    }

    /** Drops each queue's first letter, which no schema allows; the rest is redriven. */
    private void healQueues() throws IOException {
        for (var queue : parked.queues(catalog.jdbc()).values()) {
            Http.post(instances.a().url().resolve("/ops/dead-letters/" + queue.head() + "/discard"), "");
        }
    }

    private static CatalogModel healed(List<Change> changes) {
        return CatalogModel.of(changes.stream()
                .filter(change -> !ParkedSubjects.isPoison(change))
                .toList());
    }

    private void tell(int events, CheckpointWatch checkpoints) throws IOException {
        report.line(
                "instance a reads %d shards, b %d",
                instances.a().heldShards(), instances.b().heldShards());
        report.line("%,d events, %,d of them delivered again", events, instances.records() - events);
        new NothingWentBack(applied, checkpoints).judge(report);
        require(catalog.deadLetters() == 0, "Some dead letters are left");
        report.line("took %d s", report.elapsed().toSeconds());
    }
}
