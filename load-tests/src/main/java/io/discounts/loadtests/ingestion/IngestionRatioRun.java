package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.data.Additions;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Revisions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast ingestion makes events durable beside bare JDBC upserts of the same rows by as many writers, in turn, into the same
 * catalog, which is filled and whose server flushes its log with every commit; and beside bare upserts of the catalog's two tables
 * alone, of which nothing is required. Ingestion is the service's own in this process, from an event's bytes to the commit behind
 * which a checkpoint is safe: envelope, translation, parking, version guards, index, versions of sheets, watermark, what caches
 * and downstream copies are told. Nobody carries that on meanwhile. What the last round has written is read back.
 */
public final class IngestionRatioRun {
    private static final String NAME = "ingestion-ratio-run";
    private static final int DISCOUNTS = 1_630_000;
    private static final int STORES = 60_000;
    private static final int OF_A_TURN = 20_000;

    private final Report report;
    private final RatioSides sides;
    private final PublishedOnce additions;
    private final PublishedOnce revisions;
    private final int turn;

    private IngestionRatioRun(Report report, RatioSides sides, Dataset data, int turn) {
        this.report = report;
        this.sides = sides;
        this.additions = new PublishedOnce(new Additions(data, 1, Clock.systemUTC())::next);
        this.revisions = new PublishedOnce(new Revisions(data, 1, Clock.systemUTC())::next);
        this.turn = turn;
    }

    /**
     * Options: those of the data, {@code kept} among them; {@code turn}, how many discounts each side writes in one; {@code
     * rounds} and those of {@code warm-up} before, {@code writers} (those of the second pair of rows), {@code lanes} of the
     * service, {@code pool} of the database in GiB, {@code told} (whether downstream copies are), {@code ratio} and {@code aim} in
     * percent.
     */
    public static void run(Options options) throws Exception {
        var rounds = options.number("rounds", 5);
        var warmUp = options.number("warm-up", 5);
        var writers = options.number("writers", 4);
        var pool = options.number("pool", 2);
        var told = options.text("told", "true");
        var lanes = options.number("lanes", 1);
        var least = options.number("ratio", 50) / 100.0;
        var aim = options.number("aim", 70) / 100.0;
        var turn = options.number("turn", OF_A_TURN);
        var kept = options.given("kept").isPresent();
        var data = FilledSchema.dataset(options, DISCOUNTS, STORES);
        options.requireNoOthers();
        var report = new Report();
        var server = DevServers.running();
        var fair = new FairDatabase(server.database());
        fair.widen(pool);
        var filled = new FilledSchema(server.database(), data);
        var catalog = filled.filled("catalog", report);
        fair.flushWithEveryCommit();
        try (var service = service(catalog, told, lanes)) {
            var run = new IngestionRatioRun(report, new RatioSides(service, catalog, server), data, turn);
            try {
                run.tell(run.measure(warmUp, rounds, List.of(1, writers)), aim, least);
            } finally {
                if (kept) {
                    filled.clear();
                }
            }
        }
    }

    private static ConfigurableApplicationContext service(Database catalog, String told, int lanes) {
        return SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class)
                .run(
                        "--spring.datasource.url=" + catalog.url(),
                        "--spring.datasource.username=" + catalog.username(),
                        "--spring.datasource.password=" + catalog.password(),
                        "--discounts.ingestion.enabled=false",
                        "--discounts.ingestion.lanes=" + lanes,
                        "--discounts.events.relay=false",
                        "--discounts.events.discount-changed=" + told,
                        "--discounts.security.mode=open",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--logging.level.root=warn")
                .getApplicationContext();
    }

    /** Rounds that warm up do not count. */
    private List<RatioTurns> measure(int warmUp, int rounds, List<Integer> writers) throws Exception {
        var rows = new ArrayList<RatioTurns>();
        for (var count : writers) {
            rows.add(new RatioTurns("new, by " + count));
            rows.add(new RatioTurns("changed, by " + count));
        }
        for (int round = 1; round <= warmUp + rounds; round++) {
            var last = round == warmUp + rounds;
            for (int i = 0; i < writers.size(); i++) {
                var writing = new WritersSideBySide(writers.get(i));
                compare(rows.get(2 * i), writing, additions, last);
                compare(rows.get(2 * i + 1), writing, revisions, last);
            }
            if (round == warmUp) {
                rows.forEach(RatioTurns::forget);
            }
        }
        return rows;
    }

    private void compare(RatioTurns turns, WritersSideBySide writers, PublishedOnce news, boolean readBack)
            throws Exception {
        var written = sides.takeTurns(turns, writers, news, turn);
        report.line("%s", turns.lastRound());
        if (readBack) {
            sides.require(written);
            report.line("%s: %,d discounts stand as they were written", turns.what(), written.size());
        }
    }

    private void tell(List<RatioTurns> rows, double aim, double least) throws IOException {
        var page = new HtmlReport("Ingestion beside bare JDBC", report);
        page.paragraph(
                "Discounts made durable in a second, medians of turns in one run; to bare of the same rows: aim %.2f, never below %.2f."
                        .formatted(aim, least));
        page.table(RatioTurns.HEADINGS, rows.stream().map(RatioTurns::cells).toList());
        page.plot(new Plot(
                "Ratio, and what it must never be below, in percent",
                rows.stream().map(RatioTurns::what).toList(),
                List.of(
                        new Plot.Line(
                                "ratio",
                                rows.stream().map(row -> 100 * row.ratio()).toList()),
                        new Plot.Line("aim", rows.stream().map(row -> 100 * aim).toList()),
                        new Plot.Line(
                                "never below",
                                rows.stream().map(row -> 100 * least).toList()))));
        page.write(Folders.results(NAME));
        var below = rows.stream()
                .filter(row -> row.ratio() < least)
                .map(RatioTurns::what)
                .toList();
        if (!below.isEmpty()) {
            throw new IllegalStateException("Below what must be: " + below);
        }
    }
}
