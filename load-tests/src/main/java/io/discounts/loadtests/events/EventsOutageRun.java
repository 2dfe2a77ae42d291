package io.discounts.loadtests.events;

import io.discounts.loadtests.harness.Checkout;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Discounts change, and customers hold them, without a pause while two instances run: the one that carries events is killed, the next one frozen,
 * and then the stream takes nothing for five minutes. In the end every event is on it, in order for each discount and each
 * redemption.
 */
public final class EventsOutageRun {
    private static final String NAME = "events-outage-run";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    private final Report report = new Report();
    private final List<ServiceProcess> services;
    private final OutboxSnapshot outbox;

    private EventsOutageRun(List<ServiceProcess> services, OutboxSnapshot outbox) {
        this.services = services;
        this.outbox = outbox;
    }

    /**
     * Options: {@code seconds} of the outage, {@code rate} of changes and of {@code holds} a second, {@code discounts}, {@code seed}.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var seconds = options.number("seconds", 300);
        var rate = options.number("rate", 150);
        var holds = options.number("holds", 20);
        var discounts = options.number("discounts", 2_000);
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        try (var door = new KinesisDoor(servers.kinesisEndpoint());
                var streams = LoadedStreams.of(servers)) {
            var settings = new HashMap<>(Settings.hurried(NAME));
            settings.put("discounts.aws.kinesis-endpoint", door.address().toString());
            var services =
                    List.of(ServiceProcess.start(NAME + "-1", settings), ServiceProcess.start(NAME + "-2", settings));
            var run = new EventsOutageRun(services, new OutboxSnapshot(servers.database()));
            try (var changes = new ChangingDiscounts(streams, discounts, rate, seed);
                    var checkouts = new PassingCheckouts(new Checkout(services), discounts, holds, seed)) {
                run.killLeader();
                run.freezeLeader();
                run.shut(door, seconds);
                run.report.line("%,d holds have been taken", checkouts.end());
                run.awaitAll(changes.end());
            }
            run.verify(servers);
        }
    }

    private void killLeader() {
        var leader = leader();
        awaitEmptied();
        var began = System.nanoTime();
        leader.process().kill();
        report.line("the leader was killed; another followed after %.1f s", takeover(leader, began));
        leader.process().start();
    }

    private void freezeLeader() throws InterruptedException {
        var leader = leader();
        awaitEmptied();
        var began = System.nanoTime();
        leader.process().pause();
        report.line("the leader was frozen; another followed after %.1f s", takeover(leader, began));
        TimeUnit.SECONDS.sleep(5);
        leader.process().resume();
    }

    private void shut(KinesisDoor door, int seconds) throws InterruptedException {
        awaitEmptied();
        door.shut();
        TimeUnit.SECONDS.sleep(seconds);
        var waiting = outbox.waiting();
        var began = System.nanoTime();
        door.open();
        report.line(
                "the stream took nothing for %d s and refused %d calls; %,d events wait",
                seconds, door.refused(), waiting);
        awaitEmptied();
        report.line("the backlog was gone after %.1f s, while changes went on", secondsSince(began));
    }

    /** The only instance that says so. */
    private ServiceProcess leader() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> services.stream().filter(this::leads).toList(), leaders -> leaders.size() == 1)
                .getFirst();
    }

    private double takeover(ServiceProcess from, long began) {
        Awaitility.await()
                .atMost(TAKEOVER)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> services.stream().anyMatch(service -> service != from && leads(service)));
        return secondsSince(began);
    }

    private boolean leads(ServiceProcess service) {
        try {
            return service.metrics().sum("discounts_outbox_leader", "") == 1;
        } catch (IOException away) {
            return false;
        }
    }

    /** Some have just been sent, and few are waiting. */
    private void awaitEmptied() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> outbox.versions() > 0 && outbox.waiting() < 100);
    }

    private void awaitAll(Map<String, Long> versions) {
        var sum = versions.values().stream().mapToLong(Long::longValue).sum();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> outbox.versions() == sum && outbox.held() == 0 && outbox.waiting() == 0);
        report.line("%,d changes of %,d discounts are applied and told", sum, versions.size());
    }

    private void verify(RunningServers servers) {
        var heard = HeardEvents.verified(servers);
        report.line(
                "%,d events of %,d discounts and redemptions heard, each one's in order; %,d came twice, unaltered",
                heard.events(), heard.inOrder().size(), heard.again());
        report.line("took %d s", report.elapsed().toSeconds());
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
