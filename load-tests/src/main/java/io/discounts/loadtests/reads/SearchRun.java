package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Store navigation with one, 20 and 200 stores, at a rate that does not wait for the answers. */
public final class SearchRun {
    private static final String NAME = "search-run";
    private static final int QUESTIONS = 1_000;
    private static final List<String> HEADINGS = Stream.concat(
                    Stream.of("search of", "p99 must be", "asked/s"), Statistics.HEADINGS.stream())
            .toList();

    private SearchRun() {}

    /**
     * Options: those of the data; {@code url} of a service that has the same data, else one is started; {@code stores} (all
     * of 1, 20 and 200 unless one is given), {@code rate} a second, {@code warm-up} and {@code seconds}, {@code limit} (ms
     * for p99), {@code pool} of the database in GiB.
     */
    public static void run(Options options) throws Exception {
        var data = FilledSchema.dataset(options);
        var url = options.given("url");
        var sizes = options.given("stores").map(Integer::valueOf).map(List::of).orElse(List.of(1, 20, 200));
        var rate = options.number("rate", 200);
        var warmUp = options.number("warm-up", 20);
        var seconds = options.number("seconds", 30);
        var limit = options.number("limit", 100);
        var pool = options.number("pool", 1);
        options.requireNoOthers();
        var report = new Report();
        var results = Folders.results(NAME);
        var service = service(url, data, pool, report);
        var page = new HtmlReport("Store navigation", report);
        var rows = new ArrayList<List<String>>();
        var slow = new ArrayList<Integer>();
        for (var stores : sizes) {
            var gatling = new GatlingRun(Files.createDirectories(results.resolve(Integer.toString(stores))));
            var found = gatling.run(
                            NavigationSimulation.class,
                            Map.of(
                                    "url", service.toString(),
                                    "bodies", bodies(results, data, stores),
                                    "rate", Integer.toString(rate),
                                    "warm-up", Integer.toString(warmUp),
                                    "seconds", Integer.toString(seconds)))
                    .of(NavigationSimulation.SEARCH);
            rows.add(row(stores, limit, rate, found));
            page.paragraph("Gatling's report for %d: %s".formatted(stores, results.relativize(gatling.page())));
            if (found.failed() > 0 || found.answered() == 0 || found.p99() > limit) {
                slow.add(stores);
            }
        }
        page.table(HEADINGS, rows);
        page.write(results);
        if (!slow.isEmpty()) {
            throw new IllegalStateException("Failed or too slow with so many stores: " + slow);
        }
    }

    static URI service(Optional<String> url, Dataset data, int pool, Report report) throws Exception {
        if (url.isPresent()) {
            return URI.create(url.get());
        }
        var database = ReadService.filled("reads", data, pool, report);
        return ReadService.start(NAME, database, data, Map.of(), ServiceBuild.takenApart())
                .url();
    }

    private static String bodies(Path results, Dataset data, int stores) throws IOException {
        return GatlingRun.bodies(
                results, Integer.toString(stores), Questions.of(data).searches(QUESTIONS, stores));
    }

    private static List<String> row(int stores, int limit, int rate, Statistics.Requests found) {
        var asked = Stream.of(
                stores + (stores == 1 ? " store" : " stores"),
                "≤ %d ms, none failed".formatted(limit),
                Integer.toString(rate));
        return Stream.concat(asked, found.cells().stream()).toList();
    }
}
