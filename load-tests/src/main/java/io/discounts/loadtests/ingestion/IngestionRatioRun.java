package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.data.DataFormat;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.provider.ProviderAdapters;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import static org.awaitility.Awaitility.await;

/**
 * How fast ingestion makes events durable beside bare JDBC upserts of the same rows by as many writers, in turn, on the same
 * server, which flushes its log with every commit; and beside bare upserts of the catalog's two tables alone, of which nothing is
 * required. Ingestion is the service's own in this process, from an event's bytes to the commit behind which a checkpoint is safe:
 * envelope, translation, parking, version guards, index, versions of sheets, watermark, what caches and downstream copies are
 * told. Nobody carries that on meanwhile. In the end both catalogs are equal.
 */
public final class IngestionRatioRun {
    private static final String NAME = "ingestion-ratio-run";
    private static final int STORES = 60_000;
    private static final int OF_A_TURN = 20_000;

    private static final Duration TO_TELL = Duration.ofMinutes(1);

    private final Report report = new Report();
    private final ConfigurableApplicationContext service;
    private final IngestedBatches ingestion;
    private final BareTables bare;
    private final BareTables allRows;
    private final RunningServers servers;
    private final JdbcTemplate jdbc;

    private interface Work {
        void run() throws Exception;
    }

    private IngestionRatioRun(
            ConfigurableApplicationContext service, OwnCatalog bare, OwnCatalog allRows, RunningServers servers) {
        this.service = service;
        this.ingestion = new IngestedBatches(
                service.getBean(EventIngestion.class), service.getBean(Clock.class), new AtomicLong());
        this.bare = new BareTables(bare.address(), false);
        this.allRows = new BareTables(allRows.address(), true);
        this.servers = servers;
        this.jdbc = service.getBean(JdbcTemplate.class);
    }

    /**
     * Options: those of the data, its discounts told in as many days as there are turns, {@code turn} the number of each;
     * {@code rounds} and those of {@code warm-up} before, {@code writers} (those of the second pair of rows), {@code lanes} of
     * the service, {@code pool} of the database in GiB, {@code told} (whether downstream copies are), {@code ratio} and
     * {@code aim} in percent.
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
        var days = 2 * (warmUp + rounds);
        var data = Generate.dataset(options, days * turn, STORES, days);
        options.requireNoOthers();
        var server = DevServers.running();
        var fair = new FairDatabase(server.database());
        fair.widen(pool);
        fair.flushWithEveryCommit();
        var folder = Files.createTempDirectory(NAME);
        try (var service = service(told, lanes);
                var bare = OwnCatalog.open(server.database(), "bare");
                var allRows = OwnCatalog.open(server.database(), "all_rows")) {
            DataFormat.NDJSON.write(data, folder);
            var run = new IngestionRatioRun(service, bare, allRows, server);
            var rows = run.measure(folder, data.firstDay(), warmUp, rounds, List.of(1, writers));
            run.requireEqual(bare);
            run.tell(rows, aim, least);
        } finally {
            Folders.delete(folder);
        }
    }

    private static ConfigurableApplicationContext service(String told, int lanes) {
        return SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class)
                .run(
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
    private List<RatioTurns> measure(Path log, LocalDate firstDay, int warmUp, int rounds, List<Integer> writers)
            throws Exception {
        var rows = new ArrayList<RatioTurns>();
        for (var count : writers) {
            rows.add(new RatioTurns("new, by " + count));
            rows.add(new RatioTurns("changed, by " + count));
        }
        var day = firstDay;
        for (int round = 0; round < warmUp + rounds; round++) {
            if (round == warmUp) {
                rows.forEach(RatioTurns::forget);
            }
            for (int i = 0; i < writers.size(); i++) {
                var told = new LoggedDay(log, day).published();
                var sides = new WritersSideBySide(writers.get(i));
                compare(rows.get(2 * i), sides, told);
                compare(
                        rows.get(2 * i + 1),
                        sides,
                        told.stream().map(ToldDiscount::newer).toList());
                day = day.plusDays(1);
            }
        }
        return rows;
    }

    private void compare(RatioTurns turns, WritersSideBySide writers, List<ToldDiscount> told) throws Exception {
        var shares = writers.shares(told);
        var batches = new ArrayList<List<ShardBatch>>();
        shares.forEach(share -> batches.add(ingestion.batches("shard-" + batches.size(), share)));
        var adapters = service.getBean(ProviderAdapters.class);
        var rows = shares.stream()
                .map(share ->
                        share.stream().map(each -> BareRow.of(each, adapters)).toList())
                .toList();
        var ingested = timed(told.size(), () -> writers.write(batches, ingestion::apply));
        var written = timed(told.size(), () -> writers.write(rows, bare::write));
        var all = timed(told.size(), () -> writers.write(rows, allRows::write));
        turns.add(ingested, written, all);
        report.line("%s", turns.lastRound());
    }

    /** The time is that until all is durable; whoever comes next does not carry what is still to be told then. */
    private RatioTurns.Turn timed(int discounts, Work work) throws Exception {
        var before = TurnCpu.now(servers);
        var began = System.nanoTime();
        work.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        await().atMost(TO_TELL).until(this::cachesAreTold);
        return new RatioTurns.Turn(discounts, took, TurnCpu.now(servers).since(before));
    }

    private boolean cachesAreTold() {
        return jdbc.queryForList("SELECT id FROM outbox LIMIT 1", Long.class).isEmpty();
    }

    private void requireEqual(OwnCatalog catalog) {
        var ingested = service.getBean(CatalogRebuild.class).live();
        var written = catalog.rebuild().live();
        report.line("ingested %s, bare %s", ingested, written);
        if (!ingested.equals(written)) {
            throw new IllegalStateException("The catalogs differ");
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
