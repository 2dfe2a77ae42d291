package io.discounts.loadtests.reads;

import io.discounts.fixtures.edge.Tokens;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerCommand;
import io.discounts.service.devservers.ServerProcess;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast warm reads are beside what is possible on the same machine at the same time: a bare Tomcat that answers the same
 * bytes, the service without tokens, another question, a smaller catalog.
 */
public final class RatioRun {
    private static final String NAME = "ratio-run";
    private static final int QUESTIONS = 500;
    private static final int SMALL = 20_000;
    private static final int SMALL_STORES = 740;
    private static final int PORT = 18_090;
    private static final String SEARCH = "/v1/discounts/search";
    private static final String EVALUATE = "/v1/discounts/evaluate";

    /** More places than connections: what is measured is how fast reads are, not who is turned away. */
    private static final Map<String, String> NOBODY_SHED = Map.of("discounts.load.reads.least", "100");

    private final Report report = new Report();
    private final int connections;
    private final Path answers;

    private RatioRun(int connections, Path answers) {
        this.connections = connections;
        this.answers = answers;
    }

    /**
     * Options: those of the data; {@code rounds}, {@code seconds} of a turn, {@code warm-up} seconds before the first,
     * {@code connections}, {@code pool} of the database in GiB, {@code rows} (the words with which those begin that are
     * wanted), {@code jvm} (a flag of the services' JVM).
     */
    public static void run(Options options) throws Exception {
        var data = ReadOptions.dataset(options);
        var small = Generate.dataset(options, SMALL, SMALL_STORES);
        var rounds = options.number("rounds", 5);
        var turn = Duration.ofSeconds(options.number("seconds", 5));
        var warmUp = Duration.ofSeconds(options.number("warm-up", 15));
        var connections = options.number("connections", 32);
        var pool = options.number("pool", 1);
        var wanted = options.text("rows", "");
        var jvm = options.given("jvm").map(List::of).orElse(List.of());
        options.requireNoOthers();
        var results = Folders.results(NAME);
        var run = new RatioRun(connections, Files.createDirectories(results.resolve("answers")));
        var large = ReadService.filled("large", data, pool, run.report);
        var open = ReadService.start(NAME + "-open", large, NOBODY_SHED, jvm);
        var tokens = ReadService.start(NAME + "-jwt", large, trusting(), jvm);
        var fewer = ReadService.start(
                NAME + "-small", ReadService.filled("small", small, pool, run.report), NOBODY_SHED, jvm);
        var rows = run.rows(Questions.of(data), Questions.of(small), open, tokens, fewer).stream()
                .filter(row -> row.what().startsWith(wanted))
                .toList();
        for (var row : rows) {
            run.report.line(
                    "measured: %s",
                    String.join(" | ", row.measured(warmUp, rounds, turn).cells()));
        }
        run.tell(rows, results);
    }

    private List<Comparison> rows(
            Questions questions, Questions few, ServiceProcess open, ServiceProcess tokens, ServiceProcess fewer)
            throws IOException {
        var one = questions.searches(QUESTIONS, 1);
        var twenty = questions.searches(QUESTIONS, 20);
        var many = questions.searches(QUESTIONS / 5, 200);
        for (var asked : List.of(one, twenty, many)) {
            record(open.url().resolve(SEARCH), asked);
        }
        var bare = bareTomcat();
        var token = Map.of("Authorization", "Bearer " + Tokens.with("discounts:read"));
        return List.of(
                new Comparison("search 1 store", asking(open, SEARCH, one), "bare Tomcat", bare(bare, one), 0.80, 0.57),
                new Comparison(
                        "search 1 store with a JWT",
                        asking(tokens, SEARCH, one, token),
                        "without",
                        asking(open, SEARCH, one),
                        0.75,
                        0.60),
                new Comparison(
                        "search 20 stores",
                        asking(open, SEARCH, twenty),
                        "bare Tomcat",
                        bare(bare, twenty),
                        0.34,
                        0.23),
                new Comparison(
                        "search 200 stores", asking(open, SEARCH, many), "bare Tomcat", bare(bare, many), 0.52, 0.34),
                new Comparison(
                        "evaluate",
                        asking(open, EVALUATE, questions.evaluations(QUESTIONS)),
                        "search 1 store",
                        asking(open, SEARCH, one),
                        0.80,
                        0.60),
                new Comparison(
                        "warm search of 20 stores",
                        asking(open, SEARCH, twenty),
                        "the same at 20,000 rows",
                        asking(fewer, SEARCH, few.searches(QUESTIONS, 20)),
                        0.95,
                        0.85));
    }

    private Contender asking(ServiceProcess service, String path, List<String> bodies) {
        return asking(service, path, bodies, Map.of());
    }

    private Contender asking(ServiceProcess service, String path, List<String> bodies, Map<String, String> headers) {
        return contender(service.process(), service.url().resolve(path), bodies, headers);
    }

    private Contender bare(ServerProcess bare, List<String> bodies) {
        var url = URI.create("http://127.0.0.1:%d/%s".formatted(bare.port(), fileName(bodies)));
        return contender(bare, url, bodies, Map.of());
    }

    private Contender contender(ServerProcess server, URI url, List<String> bodies, Map<String, String> headers) {
        var requests = bodies.stream()
                .map(body -> LightClient.post(url, body, headers))
                .toList();
        return new Contender(new LightClient(url, requests, connections), server);
    }

    /** What the service answers, for the bare Tomcat to answer the same. */
    private void record(URI url, List<String> bodies) throws IOException {
        var bytes = new ArrayList<byte[]>();
        for (var body : bodies) {
            bytes.add(Http.post(url, body).getBytes(StandardCharsets.UTF_8));
        }
        try (var out = new DataOutputStream(Files.newOutputStream(answers.resolve(fileName(bodies))))) {
            out.writeInt(bytes.size());
            for (var answer : bytes) {
                out.writeInt(answer.length);
                out.write(answer);
            }
        }
        report.line(
                "%s: an answer has %,.0f bytes on average",
                fileName(bodies),
                bytes.stream().mapToInt(answer -> answer.length).average().orElse(0));
    }

    private static String fileName(List<String> bodies) {
        return "answers-" + Integer.toHexString(bodies.hashCode());
    }

    private ServerProcess bareTomcat() throws IOException {
        var port = DevServers.claimPort(PORT);
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                BareTomcat.class.getName(),
                Integer.toString(port),
                answers.toString());
        var command =
                new ServerCommand("bare-tomcat", words, Map.of(), Path.of("").toAbsolutePath(), "");
        return DevServers.start(command, port);
    }

    private static Map<String, String> trusting() {
        var settings = new HashMap<>(NOBODY_SHED);
        settings.put("discounts.security.mode", "jwt");
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", Tokens.publicKeyLocation());
        return settings;
    }

    private void tell(List<Comparison> rows, Path results) throws IOException {
        var page = new HtmlReport("Reads beside what is possible", report);
        page.paragraph("Medians of turns of both in one run. The targets to nginx are told to a bare Tomcat here, which"
                + " reached 0.87 of nginx on such a machine.");
        page.table(Comparison.HEADINGS, rows.stream().map(Comparison::cells).toList());
        var ticks = rows.stream().map(Comparison::what).toList();
        page.plot(new Plot(
                "Ratio, and what it must never be below, in percent",
                ticks,
                List.of(
                        new Plot.Line(
                                "ratio",
                                rows.stream().map(row -> 100 * row.ratio()).toList()),
                        new Plot.Line(
                                "aim", rows.stream().map(row -> 100 * row.aim()).toList()),
                        new Plot.Line(
                                "never below",
                                rows.stream().map(row -> 100 * row.least()).toList()))));
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
