package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast searches are that no near cache answers, beside what Redis and MySQL can do for the same sheets: a service that
 * keeps no sheets reads them from Redis each time, one without Redis and without stores' facts reads all from MySQL.
 */
public final class ColdRun {
    private static final String NAME = "cold-run";
    private static final int STORES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SEARCH = "/v1/discounts/search";
    private static final String LOADS = "discounts_catalog_loads_seconds_count";
    private static final String UNREACHABLE = "redis://127.0.0.1:1";

    /** Nobody is turned away, no load is given up, and what is kept at all is kept for the whole run. */
    private static final Map<String, String> PATIENT = Map.of(
            "discounts.load.reads.least", "100",
            "discounts.load.backlog", "1m",
            "discounts.catalog.load-timeout", "30s",
            "discounts.catalog.renew-timeout", "30s",
            "discounts.redis.timeout", "10s",
            "spring.datasource.hikari.connection-timeout", "30000",
            "discounts.catalog.fresh-for", "2h",
            "discounts.catalog.redis-ttl", "2h",
            "discounts.catalog.near-size", "0B");

    private final Report report = new Report();
    private final List<Comparison> rows = new ArrayList<>();
    private final Database database;
    private final Dataset data;
    private final List<String> questions;
    private final List<SheetsAsked> sheets;
    private final int connections;
    private final ServiceBuild build;

    private ColdRun(
            Database database,
            Dataset data,
            List<String> questions,
            List<SheetsAsked> sheets,
            int connections,
            ServiceBuild build) {
        this.database = database;
        this.data = data;
        this.questions = questions;
        this.sheets = sheets;
        this.connections = connections;
        this.build = build;
    }

    /**
     * Options: those of the data; {@code questions} (500), {@code rounds}, {@code seconds} of a turn, {@code warm-up} seconds
     * before the first, {@code connections}, {@code pool} of the database in GiB, {@code rows} ({@code redis}, {@code mysql};
     * both unless one is given), {@code packaged} and {@code jvm} of the service.
     */
    public static void run(Options options) throws Exception {
        var data = FilledSchema.dataset(options);
        var asked = options.number("questions", 500);
        var rounds = options.number("rounds", 5);
        var turn = Duration.ofSeconds(options.number("seconds", 5));
        var warmUp = Duration.ofSeconds(options.number("warm-up", 15));
        var connections = options.number("connections", 32);
        var pool = options.number("pool", 1);
        var wanted = options.text("rows", "redis, mysql");
        var build = ReadOptions.build(options);
        options.requireNoOthers();
        var results = Folders.results(NAME);
        var database = ReadService.filled("cold", data, pool, new Report());
        var questions = Questions.of(data).searches(asked, STORES);
        var run = new ColdRun(database, data, questions, SheetsAsked.of(database, questions), connections, build);
        run.report.line("a search needs %.1f sheets on average", run.sheetsOfASearch());
        if (wanted.contains("redis")) {
            run.fromRedis(warmUp, rounds, turn);
        }
        if (wanted.contains("mysql")) {
            run.fromMySql(warmUp, rounds, turn);
        }
        run.tell(results);
    }

    private void fromRedis(Duration warmUp, int rounds, Duration turn) throws Exception {
        var service = ReadService.start(NAME + "-redis", database, data, PATIENT, build);
        var searches = searches(service);
        searches.warmUp(warmUp);
        sizes(service);
        var redis = DevServers.running().redis();
        try (var bare = new BareMget(DevServers.running().redisUrl(), sheets)) {
            var load = new DirectLoad("MGET of the same sheets", questions.size(), connections, bare::session);
            var before = service.metrics();
            rows.add(new Comparison(
                            "search 20 stores, all from Redis",
                            searches,
                            "Lettuce MGET of the same sheets",
                            new Contender(load, redis),
                            0.40,
                            0.25)
                    .measured(warmUp, rounds, turn));
            var after = service.metrics();
            for (var source : List.of("redis", "mysql-sheets", "mysql-stores")) {
                var label = "source=\"" + source + "\"";
                report.line(
                        "meanwhile loads from %s: %,.0f", source, after.sum(LOADS, label) - before.sum(LOADS, label));
            }
        }
        service.process().stop();
    }

    private void fromMySql(Duration warmUp, int rounds, Duration turn) throws Exception {
        var settings = new HashMap<>(PATIENT);
        settings.put("discounts.catalog.near-stores", "0");
        settings.put("discounts.redis.url", UNREACHABLE);
        var service = ReadService.start(NAME + "-mysql", database, data, settings, build);
        var searches = searches(service);
        searches.warmUp(warmUp);
        var before = selects();
        sizes(service);
        report.line("a search takes %.2f statements", (selects() - before) / (double) questions.size());
        var mysql = DevServers.running().mariaDb().orElseThrow();
        var join = new DirectLoad(
                "the join",
                questions.size(),
                connections,
                () -> SheetStatement.open(database, SheetStatement.PLAIN_JOIN, sheets));
        rows.add(new Comparison(
                        "search 20 stores, all from MySQL",
                        searches,
                        "the plain join",
                        new Contender(join, mysql),
                        2.0,
                        0.8)
                .measured(warmUp, rounds, turn));
        service.process().stop();
    }

    private Contender searches(ServiceProcess service) {
        var url = service.url().resolve(SEARCH);
        var requests = questions.stream()
                .map(body -> LightClient.post(url, body, Map.of()))
                .toList();
        return new Contender(new LightClient(url, requests, connections), service.process());
    }

    /** Asks everything once, one after the other, which also brings all sheets to Redis where there is one. */
    private void sizes(ServiceProcess service) {
        long bytes = 0;
        for (var question : questions) {
            // A breaker that opened while all was cold closes again.
            bytes += Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> Http.post(service.url().resolve(SEARCH), question)
                                    .length(),
                            any -> true);
        }
        report.line("an answer has %,d characters on average", bytes / questions.size());
    }

    /** That the server has been asked since it was started, by anybody. */
    private long selects() throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private double sheetsOfASearch() {
        return sheets.stream().mapToInt(some -> some.keys().size()).average().orElse(0);
    }

    private void tell(Path results) throws IOException {
        var page = new HtmlReport("Reads that no near cache answers", report);
        page.paragraph("Medians of turns of both in one run.");
        page.table(Comparison.HEADINGS, rows.stream().map(Comparison::cells).toList());
        page.write(results);
        var below = rows.stream()
                .filter(row -> row.ratio() < row.least())
                .map(Comparison::what)
                .toList();
        if (!below.isEmpty()) {
            throw new IllegalStateException("Below what must be: " + below);
        }
    }
}
