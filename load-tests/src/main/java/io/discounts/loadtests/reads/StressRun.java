package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.reads.MixedLoad.Generator;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** More and more is asked, up to a multiple of what the service can do, and then half of it again. */
public final class StressRun {
    private static final String NAME = "stress-run";
    private static final int QUESTIONS = 1_000;
    private static final double[] TIMES = {0.5, 0.8, 1, 1.2, 1.5, 2, 3, 4, 5};
    private static final int CUSTOMERS = 8;
    private static final int MOST_TURNS = 3;
    private static final double WARMER = 1.1;
    private static final double OVERLOAD = 3;
    private static final int UNCOUNTED = 2;
    private static final String CALM = "calm";
    private static final String RELIEF = "relief";
    private static final String AFTER = "after";

    private final Report report = new Report();
    private final Cores ofTheLoad;
    private final Map<Asking, List<String>> bodies = new EnumMap<>(Asking.class);

    private StressRun(Dataset data, int stores, Cores ofTheLoad) {
        this.ofTheLoad = ofTheLoad;
        var questions = Questions.of(data);
        bodies.put(Asking.CHECKOUT, questions.evaluations(QUESTIONS));
        bodies.put(Asking.BROWSE, questions.searches(QUESTIONS, stores));
        bodies.put(Asking.SHADOW, questions.searches(QUESTIONS, stores));
    }

    /**
     * Options: those of the data; {@code url} of a service that has the same data, else one is started; {@code stores} of a
     * search, {@code warm-up} (a turn of it) and {@code step} in seconds, {@code peak} (what counts as one times, else what is measured),
     * {@code apart} (1: half of the cores for the service and the others for all else; 0: all for all), {@code by} (light or gatling), {@code pool} of the
     * database in GiB, and what {@link ReadOptions#build} takes.
     */
    public static void run(Options options) throws Exception {
        var data = FilledSchema.dataset(options);
        var elsewhere = options.given("url");
        var stores = options.number("stores", 200);
        var warmUp = Duration.ofSeconds(options.number("warm-up", 20));
        var step = options.number("step", 10);
        var peak = options.given("peak").map(Double::valueOf);
        var apart = options.number("apart", 1) == 1 && elsewhere.isEmpty();
        var pool = options.number("pool", 1);
        var build = ReadOptions.build(options);
        var by = options.given("by").map(Generator::named).orElse(Generator.LIGHT);
        options.requireNoOthers();
        var results = Folders.results(NAME);
        var run = new StressRun(data, stores, apart ? Cores.forTheLoad() : Cores.ALL);
        var url = run.service(elsewhere, data, pool, build, apart ? Cores.forTheService() : Cores.ALL);
        var most = run.peak(url, warmUp);
        run.stress(url, phases(peak.orElse(most), warmUp.toSeconds(), step), by, results);
    }

    private URI service(Optional<String> elsewhere, Dataset data, int pool, ServiceBuild build, Cores cores)
            throws Exception {
        if (elsewhere.isPresent()) {
            return URI.create(elsewhere.get());
        }
        var service = ReadService.start(NAME, ReadService.filled("stress", data, pool, report), data, Map.of(), build);
        cores.bind(service.process().pid());
        for (var server : servers()) {
            ofTheLoad.bind(server.pid());
        }
        report.line("cores of the service: %s, of all else: %s", cores, ofTheLoad);
        return service.url();
    }

    /** What the service stands on is as little to take its cores as who asks. */
    private static List<ServerProcess> servers() {
        var all = DevServers.running();
        return List.of(all.mariaDb().orElseThrow(), all.redis(), all.kinesis(), all.dynamoDb());
    }

    /** What a closed loop of a few customers gets once all is warm, so few that nothing is shed. */
    private double peak(URI url, Duration warmUp) throws Exception {
        try (var load = new ClosedLoad(url, bodies, MixedLoad.begun(), CUSTOMERS)) {
            warm(load, warmUp);
            var measured = load.run(Duration.ofSeconds(10));
            report.line("a closed loop is answered %,.0f/s, refused %,d", measured.rate(), measured.refused());
            return measured.rate();
        }
    }

    /** Until answers come no faster than before by a tenth, three times as long at the most: what is cold has no peak. */
    private static void warm(Load load, Duration turn) throws Exception {
        var before = 0.0;
        var rate = load.run(turn).rate();
        for (int turns = 1; turns < MOST_TURNS && rate > WARMER * before; turns++) {
            before = rate;
            rate = load.run(turn).rate();
        }
    }

    /** The first two do not count: an overload for what is compiled when it is met first, and a rest. */
    private static List<Phase> phases(double peak, long warmUp, int step) {
        var phases = new ArrayList<Phase>();
        phases.add(new Phase("warm-up", OVERLOAD * peak, Math.toIntExact(warmUp)));
        phases.add(new Phase("rest", peak / 4, 10));
        phases.add(new Phase(CALM, peak / 4, step));
        DoubleStream.of(TIMES)
                .mapToObj(times -> new Phase(String.format(Locale.ROOT, "x%.1f", times), times * peak, step))
                .forEach(phases::add);
        phases.add(new Phase(RELIEF, peak / 2, 10));
        phases.add(new Phase(AFTER, peak / 2, step));
        return phases;
    }

    private Statistics asked(URI url, List<Phase> phases, Generator by, Path results)
            throws IOException, InterruptedException {
        if (by == Generator.LIGHT) {
            ofTheLoad.bind(ProcessHandle.current().pid());
        }
        var gatling = new GatlingRun(results, ofTheLoad);
        var found = new MixedLoad(by, bodies, Optional.empty(), gatling, results).run(url, phases);
        if (by == Generator.GATLING) {
            report.line("Gatling's report: %s", gatling.page());
        }
        return found;
    }

    private void stress(URI url, List<Phase> phases, Generator by, Path results)
            throws IOException, InterruptedException {
        var steps = new StressSteps(phases.subList(UNCOUNTED, phases.size()), asked(url, phases, by, results));
        var page = new HtmlReport("Stress", report);
        steps.tell(page);
        page.write(results);
        var broken = Stream.of(
                        steps.goodputHolds() ? "" : "goodput falls beyond the knee",
                        steps.checkoutIsUnharmed() ? "" : "checkouts fail",
                        steps.isCalmAfter() ? "" : "requests fail long after")
                .filter(text -> !text.isEmpty())
                .toList();
        if (!broken.isEmpty()) {
            throw new IllegalStateException(String.join("; ", broken));
        }
    }
}
