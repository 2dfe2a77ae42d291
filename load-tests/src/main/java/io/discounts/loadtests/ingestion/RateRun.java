package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.BareReader;
import io.discounts.loadtests.harness.CpuTimes;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.ServerProcess;
import io.discounts.service.devservers.Streams;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many events a second go through: first what the local Kinesis does alone, then the whole at one rate after the other
 * until it falls behind, with the CPU time of each process, which tells what is in the way.
 */
public final class RateRun {
    private static final String NAME = "rate-run";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SUBJECTS = 20_000;
    private static final int PUT = 500;
    private static final List<String> STREAMS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS, Streams.STORES);
    private static final Duration BEHIND = Duration.ofSeconds(3);

    private final Report report = new Report();
    private final LoadedStreams streams;
    private final RunningServers servers;
    private final ChangeEvents events = new ChangeEvents(Clock.systemUTC());
    private long put;

    private RateRun(LoadedStreams streams, RunningServers servers) {
        this.streams = streams;
        this.servers = servers;
    }

    /**
     * Options: {@code target} (events a second that must be kept up with), {@code step} (more at each further turn),
     * {@code most}, {@code seconds} (of each turn), {@code idle} (ms between two reads of a shard; 500 in production),
     * {@code alone} (events for the emulator alone, which then warm up the service), {@code seed}. Rates are multiples of 500.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var target = options.number("target", 2_000);
        var step = options.number("step", 1_000);
        var most = options.number("most", 8_000);
        var seconds = options.number("seconds", 30);
        var idle = options.number("idle", 500);
        var alone = options.number("alone", 60_000);
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        try (var streams = LoadedStreams.of(servers)) {
            var run = new RateRun(streams, servers);
            run.emulatorAlone(ChangeSequence.rising(alone, SUBJECTS, seed));
            var service = ServiceProcess.start(NAME, settings(idle));
            run.catchUp(service);
            run.turns(service, new Turns(target, step, most, seconds), seed);
        }
    }

    private static Map<String, String> settings(int idle) {
        var settings = new HashMap<>(Settings.hurried(NAME));
        settings.put("discounts.ingestion.kcl.idle-between-reads", idle + "ms");
        return settings;
    }

    private record Turns(int target, int step, int most, int seconds) {}

    private void emulatorAlone(List<Change> changes) {
        var before = CpuTimes.of(processes());
        var began = System.nanoTime();
        for (int i = 0; i < changes.size(); i += PUT) {
            streams.put(changes.subList(i, Math.min(i + PUT, changes.size())).stream()
                    .map(events::event)
                    .toList());
        }
        put += changes.size();
        tellRate("emulator alone, put", changes.size(), began, before, processes());
        before = CpuTimes.of(processes());
        began = System.nanoTime();
        var read = new BareReader(streams.client()).readAll(STREAMS);
        tellRate("emulator alone, read", read, began, before, processes());
    }

    /** The backlog at once, with nothing coming in: what reading and applying do by themselves, still cold. */
    private void catchUp(ServiceProcess service) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> service.metrics().records() > 0);
        var before = CpuTimes.of(processes(service));
        var began = System.nanoTime();
        awaitRecords(service, put);
        tellRate("catching up, from cold", put, began, before, processes(service));
    }

    private void turns(ServiceProcess service, Turns turns, long seed) throws IOException, InterruptedException {
        for (int rate = turns.target(); rate <= turns.most(); rate += turns.step()) {
            if (!keepsUp(service, rate, turns.seconds(), seed + rate)) {
                if (rate == turns.target()) {
                    throw new IllegalStateException("It does not keep up with " + rate + " events a second");
                }
                report.line("saturated at %,d events/s", rate);
                return;
            }
        }
        report.line("not saturated at %,d events/s", turns.most());
    }

    /** Whether what was put is applied within three seconds of its end, and was put in time. */
    private boolean keepsUp(ServiceProcess service, int rate, int seconds, long seed)
            throws IOException, InterruptedException {
        var changes = ChangeSequence.rising(rate * seconds, SUBJECTS, seed);
        var busyBefore = busySeconds(service);
        var cpuBefore = CpuTimes.of(processes(service));
        var began = System.nanoTime();
        try (var flow = new RatedFlow(streams, events, changes, Pace.inFullCalls(rate))) {
            flow.await();
        }
        put += changes.size();
        var putIn = Duration.ofNanos(System.nanoTime() - began);
        var applied = service.metrics().records();
        var drainBegan = System.nanoTime();
        awaitRecords(service, put);
        var drained = Duration.ofNanos(System.nanoTime() - drainBegan);
        tellRate(
                "%,d/s offered, put and applied".formatted(rate), changes.size(), began, cpuBefore, processes(service));
        report.line(
                "    put in %.1f s; %,d records behind at the end, drained in %.1f s; %.1f s of applying in %d shards",
                putIn.toMillis() / 1e3,
                put - applied,
                drained.toMillis() / 1e3,
                busySeconds(service) - busyBefore,
                STREAMS.size() * 2);
        return drained.compareTo(BEHIND) <= 0 && putIn.toSeconds() <= seconds * 1.1;
    }

    private static double busySeconds(ServiceProcess service) throws IOException {
        return service.metrics().sum("discounts_ingestion_batch_seconds_sum", "");
    }

    private static void awaitRecords(ServiceProcess service, long records) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> service.metrics().records() >= records);
    }

    private void tellRate(
            String what, long records, long began, CpuTimes before, Map<String, ServerProcess> processes) {
        var seconds = (System.nanoTime() - began) / 1e9;
        var now = CpuTimes.of(processes);
        report.line("%-34s %,9.0f events/s  cores: %s", what, records / seconds, now.coresSince(before));
        report.line("    ms of CPU for 1,000 events: %s", now.millisSince(before, records / 1e3));
    }

    private Map<String, ServerProcess> processes() {
        var processes = new LinkedHashMap<String, ServerProcess>();
        processes.put("kinesis", servers.kinesis());
        servers.mariaDb().ifPresent(mariaDb -> processes.put("mariadb", mariaDb));
        processes.put("dynamodb", servers.dynamoDb());
        return processes;
    }

    private Map<String, ServerProcess> processes(ServiceProcess service) {
        var processes = processes();
        processes.put("service", service.process());
        return processes;
    }
}
