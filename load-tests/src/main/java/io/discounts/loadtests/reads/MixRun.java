package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.CpuTimes;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Metrics;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.loadtests.ingestion.BackgroundEvents;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the monolith would hand over, all at once: checkouts, browsing and a shadow, while events flow in. */
public final class MixRun {
    private static final int QUESTIONS = 1_000;
    private static final int SAMPLE_SECONDS = 5;
    private static final List<String> HEADINGS = List.of("who", "answered", "failed", "p50 ms", "p99 ms");

    private final Report report = new Report();
    private final String name;
    private final Path results;
    private final List<Vitals> vitals = new ArrayList<>();

    private MixRun(String name) throws IOException {
        this.name = name;
        this.results = Folders.results(name);
    }

    /**
     * Options: those of the data; {@code rate} of requests and {@code events} a second, {@code stores} of a search,
     * {@code warm-up} and {@code seconds}, {@code limit} (ms for p99), {@code pool} of the database in GiB.
     */
    public static void run(Options options) throws Exception {
        new MixRun("mix-run").run(options, 60);
    }

    /** The same for half an hour, after which nothing may have grown. */
    public static void soak(Options options) throws Exception {
        var run = new MixRun("soak-run");
        run.run(options, 1_800);
        run.requireFlat();
    }

    private void run(Options options, int usualSeconds) throws Exception {
        var data = ReadOptions.dataset(options);
        var rate = options.number("rate", 600);
        var events = options.number("events", 200);
        var stores = options.number("stores", 20);
        var warmUp = new Phase("warm-up", rate, options.number("warm-up", 30));
        var measured = new Phase("mix", rate, options.number("seconds", usualSeconds));
        var limit = options.number("limit", 100);
        var pool = options.number("pool", 1);
        options.requireNoOthers();
        var database = ReadService.filled("mix", data, pool, report);
        DevServers.ensureLeaseTable(name);
        var settings = new HashMap<>(Settings.hurried(name));
        settings.put("discounts.ingestion.enabled", "true");
        var service = ReadService.start(name, database, data, settings, List.of());
        var seconds = warmUp.seconds() + measured.seconds();
        try (var flow = BackgroundEvents.start(DevServers.running(), events, seconds, 42)) {
            var simulation = simulate(service, data, stores, List.of(warmUp, measured));
            watch(service, simulation, warmUp.seconds());
            report.line("%,d events were put meanwhile", flow.soFar());
            tell(measured, limit, simulation.join());
        }
    }

    private CompletableFuture<GatlingStatistics> simulate(
            ServiceProcess service, Dataset data, int stores, List<Phase> phases) throws IOException {
        var questions = Questions.of(data);
        var settings = new HashMap<String, String>();
        settings.put("url", service.url().toString());
        settings.put("phases", Phase.toText(phases));
        for (var asking : Asking.values()) {
            var bodies = asking == Asking.CHECKOUT
                    ? questions.evaluations(QUESTIONS)
                    : questions.searches(QUESTIONS, stores);
            settings.put(asking.key(), GatlingRun.bodies(results, asking.key(), bodies));
        }
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new GatlingRun(results).run(StressSimulation.class, settings);
            } catch (IOException | InterruptedException failed) {
                throw new CompletionException(failed);
            }
        });
    }

    /** Looks at the service from when it is warm until the simulation has ended. */
    private void watch(ServiceProcess service, CompletableFuture<?> simulation, int warmUpSeconds)
            throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(warmUpSeconds);
        var processes = processes(service);
        var before = service.metrics();
        var cpuBefore = CpuTimes.of(processes);
        while (!simulation.isDone()) {
            vitals.add(Vitals.of(service.metrics()));
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
        }
        report.line("cores, Gatling's aside: %s", CpuTimes.of(processes).coresSince(cpuBefore));
        tellQueries(before, service.metrics());
    }

    private static Map<String, ServerProcess> processes(ServiceProcess service) {
        var servers = DevServers.running();
        return Map.of(
                "service", service.process(),
                "kinesis", servers.kinesis(),
                "mariadb", servers.mariaDb().orElseThrow(),
                "redis", servers.redis());
    }

    private void tellQueries(Metrics before, Metrics after) {
        var loads = "discounts_catalog_loads_seconds_count";
        var queries = after.sum(loads, "mysql") - before.sum(loads, "mysql");
        var requests = "http_server_requests_seconds_count";
        var reads = after.sum(requests, "/v1/discounts/") - before.sum(requests, "/v1/discounts/");
        report.line(
                "%,.0f queries reached MySQL for %,.0f reads: %.2f %% (aim: under 1 %%)",
                queries, reads, 100 * queries / Math.max(1, reads));
    }

    private void tell(Phase phase, int limit, GatlingStatistics found) throws IOException {
        var page = new HtmlReport(name, report);
        page.paragraph(String.format(
                Locale.ROOT, "Target: at %,.0f requests/s none fails and p99 is %d ms or less.", phase.rate(), limit));
        page.table(
                HEADINGS,
                Stream.of(Asking.values())
                        .map(asking -> row(asking, found.of(asking.during(phase))))
                        .toList());
        var ticks = Stream.generate(() -> "").limit(vitals.size()).toList();
        page.plot(new Plot(
                "Heap in MiB, every %d s".formatted(SAMPLE_SECONDS),
                ticks,
                List.of(
                        new Plot.Line(
                                "used",
                                vitals.stream()
                                        .map(each -> each.usedBytes() / 1048576)
                                        .toList()),
                        new Plot.Line(
                                "live",
                                vitals.stream()
                                        .map(each -> each.liveBytes() / 1048576)
                                        .toList()))));
        page.plot(new Plot(
                "Threads and descriptors",
                ticks,
                List.of(
                        new Plot.Line(
                                "threads", vitals.stream().map(Vitals::threads).toList()),
                        new Plot.Line(
                                "descriptors",
                                vitals.stream().map(Vitals::descriptors).toList()))));
        page.write(results);
        for (var asking : Asking.values()) {
            var requests = found.of(asking.during(phase));
            if (requests.answered() == 0 || requests.failed() > 0 || requests.p99() > limit) {
                throw new IllegalStateException(asking.key() + " fails or is too slow: " + requests);
            }
        }
    }

    private static List<String> row(Asking asking, GatlingStatistics.Requests found) {
        return List.of(
                asking.key(),
                "%,d".formatted(found.answered()),
                "%,d".formatted(found.failed()),
                Long.toString(found.p50()),
                Long.toString(found.p99()));
    }

    private void requireFlat() {
        var grown = new ArrayList<String>();
        if (!Vitals.isFlat(vitals, Vitals::liveBytes)) {
            grown.add("live heap");
        }
        if (!Vitals.isFlat(vitals, Vitals::threads)) {
            grown.add("threads");
        }
        if (!Vitals.isFlat(vitals, Vitals::descriptors)) {
            grown.add("descriptors");
        }
        if (!grown.isEmpty()) {
            throw new IllegalStateException("These grow: " + grown);
        }
    }
}
