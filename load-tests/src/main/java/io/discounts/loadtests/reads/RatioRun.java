package io.discounts.loadtests.reads;

import io.discounts.fixtures.edge.Tokens;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
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
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * How fast warm reads are beside what is possible on the same machine at the same time: a bare Tomcat that answers the same
 * bytes, the service without tokens, another question, a smaller catalog.
 */
public final class RatioRun {
    private static final String NAME = "ratio-run";
    private static final int QUESTIONS = 500;
    private static final int FEWER = 100;
    private static final int CANDIDATES = 20;
    private static final Pattern CANDIDATE = Pattern.compile("\"discountId\"");
    private static final int SMALL = 20_000;
    private static final int SMALL_STORES = 740;
    private static final int PORT = 18_090;
    private static final String SEARCH = "/v1/discounts/search";
    private static final String EVALUATE = "/v1/discounts/evaluate";

    /** More places than connections, and time to fill caches: measured is how fast reads are, not who is turned away. */
    private static final Map<String, String> NOBODY_SHED = Map.of(
            "discounts.load.reads.least", "100",
            "discounts.load.backlog", "1m",
            "discounts.catalog.load-timeout", "5s");

    /** A row and what it is called on the command line. */
    private record Row(String name, Callable<Comparison> comparison) {}

    private final Report report = new Report();
    private final int connections;
    private final Path answers;
    private final List<String> jvm;
    private final Dataset data;
    private final Database large;
    private final Map<String, ServiceProcess> services = new HashMap<>();

    private RatioRun(Options options, Path results) throws Exception {
        this.data = ReadOptions.dataset(options);
        this.connections = options.number("connections", 32);
        this.answers = Files.createDirectories(results.resolve("answers"));
        this.jvm = ReadOptions.jvm(options);
        this.large = ReadService.filled("large", data, options.number("pool", 1), report);
    }

    /**
     * Options: those of the data; {@code rounds}, {@code seconds} of a turn, {@code warm-up} seconds before the first,
     * {@code connections}, {@code pool} of the database in GiB, {@code rows} (those wanted, with commas between them: one,
     * token, twenty, many, evaluate, size), {@code jvm} (flags of the services' JVM, with semicolons between them).
     */
    public static void run(Options options) throws Exception {
        var rounds = options.number("rounds", 5);
        var turn = Duration.ofSeconds(options.number("seconds", 5));
        var warmUp = Duration.ofSeconds(options.number("warm-up", 15));
        var wanted = options.given("rows").map(names -> List.of(names.split(",")));
        var small = Generate.dataset(options, SMALL, SMALL_STORES);
        var results = Folders.results(NAME);
        var run = new RatioRun(options, results);
        options.requireNoOthers();
        var measured = new ArrayList<Comparison>();
        for (var row : run.rows(small)) {
            if (wanted.isEmpty() || wanted.get().contains(row.name())) {
                var comparison = row.comparison().call().measured(warmUp, rounds, turn);
                run.report.line("measured: %s", String.join(" | ", comparison.cells()));
                measured.add(comparison);
            }
        }
        run.tell(measured, results);
    }

    private List<Row> rows(Dataset small) {
        var questions = Questions.of(data);
        var one = questions.searches(QUESTIONS, 1);
        var twenty = questions.searches(QUESTIONS, 20);
        return List.of(
                new Row("one", () -> besideBare("search 1 store", one, 0.80, 0.57)),
                new Row("token", () -> withToken(one)),
                new Row("twenty", () -> besideBare("search 20 stores", twenty, 0.34, 0.23)),
                new Row("many", () -> besideBare("search 200 stores", questions.searches(FEWER, 200), 0.52, 0.34)),
                new Row("evaluate", () -> evaluate(ofTwenty(questions.evaluations(8 * QUESTIONS)), one)),
                new Row("size", () -> besideSmall(twenty, small)));
    }

    private Comparison besideBare(String what, List<String> bodies, double aim, double least) throws IOException {
        record(open().url().resolve(SEARCH), bodies);
        var bare = bareTomcat();
        var bareUrl = URI.create("http://127.0.0.1:%d/%s".formatted(bare.port(), fileName(bodies)));
        return new Comparison(
                what,
                asking(open(), SEARCH, bodies),
                "bare Tomcat",
                contender(bare, bareUrl, bodies, Map.of()),
                aim,
                least);
    }

    private Comparison withToken(List<String> one) throws IOException {
        var tokens = service("jwt", large, data, trusting());
        var token = Map.of("Authorization", "Bearer " + Tokens.with("discounts:read"));
        return new Comparison(
                "search 1 store with a JWT",
                asking(tokens, SEARCH, one, token),
                "without",
                asking(open(), SEARCH, one),
                0.75,
                0.60);
    }

    private Comparison evaluate(List<String> baskets, List<String> one) throws IOException {
        return new Comparison(
                "evaluate, 20 candidates",
                asking(open(), EVALUATE, baskets),
                "search 1 store",
                asking(open(), SEARCH, one),
                0.80,
                0.60);
    }

    /** Baskets in stores that have about twenty candidates for them, however many there are in others. */
    private List<String> ofTwenty(List<String> baskets) throws IOException {
        var found = new ArrayList<String>();
        for (var basket : baskets) {
            var candidates = CANDIDATE
                    .splitAsStream(Http.post(open().url().resolve(EVALUATE), basket))
                    .skip(1)
                    .count();
            if (Math.abs(candidates - CANDIDATES) <= CANDIDATES / 4 && found.size() < QUESTIONS) {
                found.add(basket);
            }
        }
        report.line("%,d of %,d baskets have 15 to 25 candidates", found.size(), baskets.size());
        return found;
    }

    private Comparison besideSmall(List<String> twenty, Dataset small) throws Exception {
        var fewer = service("small", ReadService.filled("small", small, 1, report), small, NOBODY_SHED);
        return new Comparison(
                "warm search of 20 stores",
                asking(open(), SEARCH, twenty),
                "the same at 20,000 rows",
                asking(fewer, SEARCH, Questions.of(small).searches(QUESTIONS, 20)),
                0.95,
                0.85);
    }

    private ServiceProcess open() throws IOException {
        return service("open", large, data, NOBODY_SHED);
    }

    private ServiceProcess service(String name, Database database, Dataset held, Map<String, String> settings)
            throws IOException {
        var started = services.get(name);
        if (started == null) {
            started = ReadService.start(NAME + "-" + name, database, held, settings, jvm);
            services.put(name, started);
        }
        return started;
    }

    private Contender asking(ServiceProcess service, String path, List<String> bodies) {
        return asking(service, path, bodies, Map.of());
    }

    private Contender asking(ServiceProcess service, String path, List<String> bodies, Map<String, String> headers) {
        return contender(service.process(), service.url().resolve(path), bodies, headers);
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

    /** It reads the answers when it starts: each row has its own. */
    private ServerProcess bareTomcat() throws IOException {
        var port = DevServers.claimPort(PORT);
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
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
