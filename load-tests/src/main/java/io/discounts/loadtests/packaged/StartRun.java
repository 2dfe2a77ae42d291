package io.discounts.loadtests.packaged;

import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.reads.ReadService;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How soon the packaged service is ready with the JVM's cache and without it, in turn: all else is the same, the jars taken
 * apart, the flags, the servers, a schema that is up to date. The executable jar as it is built stands beside them.
 */
public final class StartRun {
    private static final String NAME = "start-run";
    private static final int SEARCHES = 100;

    private final Report report;
    private final Way jar;
    private final Way without;
    private final Way with;

    private StartRun(Packaged packaged, Report report) {
        this.report = report;
        this.jar = new Way("the executable jar", ServiceBuild.executable().with(Packaged.FLAGS));
        this.without = new Way("taken apart", packaged.withoutCache());
        this.with = new Way("taken apart, with the cache", packaged.withCache());
    }

    /**
     * Options: those of {@code package}; {@code rounds}; {@code aim} and {@code ratio}, the most that may be reached, of
     * the time without the cache in percent.
     */
    public static void run(Options options) throws Exception {
        var folder = PackageCommand.folder(options);
        var data = PackageCommand.data(options);
        var rounds = options.number("rounds", 7);
        var aim = options.number("aim", 50) / 100.0;
        var most = options.number("ratio", 70) / 100.0;
        options.requireNoOthers();
        var report = new Report();
        var settings = new StartSettings(ReadService.filled("training", data, 1, report));
        var run = new StartRun(PackageCommand.pack(folder, settings, data, report), report);
        run.measure(rounds, settings, Questions.of(data).searches(SEARCHES, 1));
        run.tell(aim, most);
    }

    /** The first turn fills the system's caches of files and does not count. */
    private void measure(int rounds, StartSettings settings, List<String> searches) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (var way : List.of(jar, without, with)) {
                var start = way.start(settings.of(NAME), searches);
                if (round > 0) {
                    way.add(start);
                }
                report.line("%s: ready after %,d ms", way.name(), start.ready().toMillis());
            }
        }
    }

    private void tell(double aim, double most) throws IOException {
        var page = new HtmlReport("Start to ready", report);
        page.paragraph(
                "Medians of starts in turn, each until /readyz says UP. CPU is what the process has used by then.");
        page.table(
                List.of(
                        "start",
                        "ready ms",
                        "to without the cache",
                        "CPU ms",
                        "first search ms",
                        "first hundred ms",
                        "refused in all"),
                List.of(cells(jar), cells(without), cells(with)));
        page.plot(plot());
        var ratio = ratio(with);
        page.paragraph(String.format(
                Locale.ROOT,
                "With the cache it takes %.2f of the time without: aim %.2f, never above %.2f",
                ratio,
                aim,
                most));
        page.write(Folders.results(NAME));
        if (ratio > most) {
            throw new IllegalStateException("The cache does not pay");
        }
    }

    private List<String> cells(Way way) {
        return List.of(
                way.name(),
                whole(way.median(Start::ready)),
                String.format(Locale.ROOT, "%.2f", ratio(way)),
                whole(way.median(Start::cpu)),
                whole(way.median(Start::firstSearch)),
                whole(way.median(Start::firstHundred)),
                Integer.toString(way.starts().stream().mapToInt(Start::refused).sum()));
    }

    private double ratio(Way way) {
        return way.median(Start::ready) / without.median(Start::ready);
    }

    private Plot plot() {
        var ticks = IntStream.rangeClosed(1, with.starts().size())
                .mapToObj(Integer::toString)
                .toList();
        var lines = List.of(jar, without, with).stream()
                .map(way -> new Plot.Line(
                        way.name(),
                        way.starts().stream()
                                .map(start -> (double) start.ready().toMillis())
                                .toList()))
                .toList();
        return new Plot("Ready after ms, by turn", ticks, lines);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
