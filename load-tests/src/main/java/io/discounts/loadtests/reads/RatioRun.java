package io.discounts.loadtests.reads;

import io.discounts.fixtures.edge.Tokens;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final String SEARCH = "/v1/discounts/search";
    private static final String EVALUATE = "/v1/discounts/evaluate";

    /** A row and what it is called on the command line. */
    private record Row(String name, Callable<Comparison> comparison) {}

    private final Report report = new Report();
    private final Dataset data;
    private final WarmServices services;
    private final RecordedAnswers answers;

    private RatioRun(Options options, Path results) throws Exception {
        this.data = FilledSchema.dataset(options);
        this.services = new WarmServices(NAME, options, data, report);
        this.answers = new RecordedAnswers(results.resolve("answers"), report);
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
        var results = Folders.results(NAME);
        var run = new RatioRun(options, results);
        options.requireNoOthers();
        var measured = new ArrayList<Comparison>();
        for (var row : run.rows()) {
            if (wanted.isEmpty() || wanted.get().contains(row.name())) {
                var comparison = row.comparison().call().measured(warmUp, rounds, turn);
                run.report.line("measured: %s", String.join(" | ", comparison.cells()));
                measured.add(comparison);
            }
        }
        run.tell(measured, results);
    }

    private List<Row> rows() {
        var questions = Questions.of(data);
        var one = questions.searches(QUESTIONS, 1);
        var twenty = questions.searches(QUESTIONS, 20);
        return List.of(
                new Row("one", () -> besideBare("search 1 store", one, 0.80, 0.57)),
                new Row("token", () -> withToken(one)),
                new Row("twenty", () -> besideBare("search 20 stores", twenty, 0.34, 0.23)),
                new Row("many", () -> besideBare("search 200 stores", questions.searches(FEWER, 200), 0.52, 0.34)),
                new Row("evaluate", () -> evaluate(ofTwenty(questions.evaluations(8 * QUESTIONS)), one)),
                new Row("size", () -> besideSmall(twenty)));
    }

    private Comparison besideBare(String what, List<String> bodies, double aim, double least) throws IOException {
        var path = answers.record(services.open().url().resolve(SEARCH), bodies);
        var bare = answers.bareTomcat();
        var bareUrl = URI.create("http://127.0.0.1:%d/%s".formatted(bare.port(), path));
        return new Comparison(
                what,
                services.asking(services.open(), SEARCH, bodies),
                "bare Tomcat",
                services.contender(bare, bareUrl, bodies, Map.of()),
                aim,
                least);
    }

    private Comparison withToken(List<String> one) throws IOException {
        var token = Map.of("Authorization", "Bearer " + Tokens.with("discounts:read"));
        return new Comparison(
                "search 1 store with a JWT",
                services.asking(services.secured(), SEARCH, one, token),
                "without",
                services.asking(services.open(), SEARCH, one),
                0.75,
                0.60);
    }

    private Comparison evaluate(List<String> baskets, List<String> one) throws IOException {
        return new Comparison(
                "evaluate, 20 candidates",
                services.asking(services.open(), EVALUATE, baskets),
                "search 1 store",
                services.asking(services.open(), SEARCH, one),
                0.80,
                0.60);
    }

    /** Baskets in stores that have about twenty candidates for them, however many there are in others. */
    private List<String> ofTwenty(List<String> baskets) throws IOException {
        var found = new ArrayList<String>();
        for (var basket : baskets) {
            var candidates = CANDIDATE
                    .splitAsStream(Http.post(services.open().url().resolve(EVALUATE), basket))
                    .skip(1)
                    .count();
            if (Math.abs(candidates - CANDIDATES) <= CANDIDATES / 4 && found.size() < QUESTIONS) {
                found.add(basket);
            }
        }
        report.line("%,d of %,d baskets have 15 to 25 candidates", found.size(), baskets.size());
        return found;
    }

    /** The same questions and answers, from all rows and from those that are about them. */
    private Comparison besideSmall(List<String> twenty) throws Exception {
        var excerpt = services.excerpt(twenty, SMALL);
        var small = services.with(excerpt);
        for (var question : excerpt.questions()) {
            requireSame(answer(services.open(), question), answer(small, question));
        }
        report.line(
                "%,d rows answer %d of the questions",
                excerpt.discounts(), excerpt.questions().size());
        return new Comparison(
                "warm search of 20 stores",
                services.asking(services.open(), SEARCH, excerpt.questions()),
                "the same at %,d rows".formatted(excerpt.discounts()),
                services.asking(small, SEARCH, excerpt.questions()),
                0.95,
                0.85);
    }

    private static String answer(ServiceProcess service, String question) throws IOException {
        return Http.post(service.url().resolve(SEARCH), question);
    }

    private static void requireSame(String one, String other) {
        if (!one.equals(other)) {
            throw new IllegalStateException(
                    "An excerpt answers otherwise: %,d characters, %,d in all".formatted(other.length(), one.length()));
        }
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
