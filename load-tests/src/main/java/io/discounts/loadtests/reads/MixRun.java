package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.PastUses;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.data.Revisions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.GivingWay;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.loadtests.ingestion.BackgroundEvents;
import io.discounts.loadtests.reads.MixedLoad.Customers;
import io.discounts.loadtests.reads.MixedLoad.Generator;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What the monolith would hand over, all at once: checkouts, browsing and a shadow, while events flow in. */
public final class MixRun {
    private static final int QUESTIONS = 1_000;
    private static final long EVENTS_SEED = 42;

    /** More than visit in half an hour at 600 requests a second. */
    private static final int REGULARS = 150_000;

    /** Of what somebody has used in the year that the data are of. */
    private static final int USES_EACH = 5;

    /** In a soak; as many points has the line that tells whether the live heap grows. */
    private static final int COLLECTIONS = 9;

    /** Of the time measured, so that it is not over before what is looked at. */
    private static final int LOOKED_AT_PERCENT = 90;

    /** Of the events put; some are always on their way. */
    private static final int LEAST_DEALT_WITH_PERCENT = 90;

    private static final double FEW_MEBIBYTES = 16;
    private static final double FEW_THREADS = 4;
    private static final double FEW_DESCRIPTORS = 16;

    private final Report report = new Report();
    private final String name;
    private final Path results;
    private final int collections;

    private MixRun(String name, int collections) throws IOException {
        this.name = name;
        this.results = Folders.results(name);
        this.collections = collections;
    }

    /**
     * Options: those of the data; {@code rate} of requests and {@code events} a second, {@code stores} of a search,
     * {@code regulars} who come back, {@code warm-up} (a slow start) and {@code seconds}, {@code limit} (ms for p99), {@code by} (light or
     * gatling), {@code pool} of the database in GiB, and what {@link ReadOptions#build} takes.
     */
    public static void run(Options options) throws Exception {
        require(new MixRun("mix-run", 0).run(options, 60, false));
    }

    /** The same for half an hour, after which nothing may have grown. */
    public static void soak(Options options) throws Exception {
        require(new MixRun("soak-run", COLLECTIONS).run(options, 1_800, true));
    }

    private static void require(List<String> broken) {
        if (!broken.isEmpty()) {
            throw new IllegalStateException(String.join("; ", broken));
        }
    }

    private List<String> run(Options options, int usualSeconds, boolean isSoak) throws Exception {
        var data = FilledSchema.dataset(options);
        var rate = options.number("rate", 600);
        var events = options.number("events", 200);
        var stores = options.number("stores", 20);
        var warmUp = options.number("warm-up", 60);
        var measured = new Phase("mix", rate, options.number("seconds", usualSeconds));
        var limit = options.number("limit", 100);
        var pool = options.number("pool", 1);
        var by = options.given("by").map(Generator::named).orElse(Generator.LIGHT);
        var build = ReadOptions.build(options);
        var regulars = options.number("regulars", REGULARS);
        options.requireNoOthers();
        var database = ReadService.filled("mix", data, pool, report);
        var searches = Questions.of(data).searches(QUESTIONS, stores);
        var uses =
                new PastUses(data, Visitors.regulars(Visitors.shares(searches), regulars), USES_EACH).write(database);
        report.line("%,d regular customers have %,d past uses", regulars, uses);
        var service = service(database, data, build);
        var gatling = new GatlingRun(results);
        var asked = rate * (Asking.BROWSE.share() + Asking.SHADOW.share());
        var load = new MixedLoad(
                by, bodies(data, searches), Optional.of(new Customers(regulars, asked)), gatling, results);
        var watch = new Watch(service, database, gatling::process);
        try (var flow = BackgroundEvents.start(
                DevServers.running(), new Revisions(data, EVENTS_SEED, Clock.systemUTC()), events)) {
            var phases = new ArrayList<>(Phase.slowStart("warm-up", rate, warmUp));
            phases.add(measured);
            var answers = CompletableFuture.supplyAsync(() -> found(load, service, phases), Thread::startVirtualThread);
            watch.awaitRequests();
            TimeUnit.SECONDS.sleep(warmUp);
            var eventsBefore = flow.soFar();
            watch.look(measured.seconds() * LOOKED_AT_PERCENT / 100, collections, report);
            var put = flow.soFar() - eventsBefore;
            report.line("%,d events were put meanwhile, %,d were dealt with", put, watch.events());
            var mix = new MixReport(measured, answers.join(), watch);
            watch.tellHeld(report);
            tell(mix, limit);
            var broken = new ArrayList<>(mix.broken(limit));
            if (100 * watch.events() < LEAST_DEALT_WITH_PERCENT * put) {
                broken.add("ingestion does not keep up");
            }
            if (isSoak) {
                broken.addAll(grown(watch));
            }
            return broken;
        }
    }

    private ServiceProcess service(Database database, Dataset data, ServiceBuild build)
            throws IOException, InterruptedException {
        DevServers.ensureLeaseTable(name);
        GivingWay.of(DevServers.running().kinesis().pid());
        var settings = new HashMap<>(Settings.steady(name));
        settings.put("discounts.ingestion.enabled", "true");
        return ReadService.start(name, database, data, settings, build);
    }

    private static Map<Asking, List<String>> bodies(Dataset data, List<String> searches) {
        var evaluations = Questions.of(data).evaluations(QUESTIONS);
        return Map.of(Asking.CHECKOUT, evaluations, Asking.BROWSE, searches, Asking.SHADOW, searches);
    }

    private static Statistics found(MixedLoad load, ServiceProcess service, List<Phase> phases) {
        try {
            return load.run(service.url(), phases);
        } catch (IOException | InterruptedException failed) {
            throw new CompletionException(failed);
        }
    }

    private void tell(MixReport mix, int limit) throws IOException {
        var page = new HtmlReport(name, report);
        page.paragraph(String.format(
                Locale.ROOT,
                "Target: at %,.0f requests/s at most %.2f %% of each kind fail and p99 is %d ms or less.",
                mix.phase().rate(),
                100 * MixReport.MOST_FAILED,
                limit));
        mix.tell(page);
        page.write(results);
    }

    private List<String> grown(Watch watch) {
        var grown = new ArrayList<String>();
        require(grown, "live heap in MiB", watch.collected(), Vitals::heapMebibytes, FEW_MEBIBYTES);
        require(grown, "threads", watch.samples(), Vitals::threads, FEW_THREADS);
        require(grown, "descriptors", watch.samples(), Vitals::descriptors, FEW_DESCRIPTORS);
        return grown;
    }

    private void require(
            List<String> grown, String what, List<Vitals> over, ToDoubleFunction<Vitals> value, double few) {
        var trend = Vitals.settled(over, value);
        report.line("%s: %,.0f by the median, growing by %,.1f", what, trend.median(), trend.growth());
        if (!trend.isFlat(few)) {
            grown.add(what + " grows");
        }
    }
}
