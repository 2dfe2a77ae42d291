package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a row for each scope key that holds its sheet would bring and cost, beside the join: queries a second with keys drawn
 * evenly, changes a second, log and space. Nothing in the service reads such a row; ADR 25 decides by this run's figures.
 */
public final class SheetRowRun {
    private static final int READERS = 16;
    private static final int WRITERS = 4;
    private static final int QUESTIONS = 4_000;
    private static final int CHANGES = 100;
    private static final int KEYS_OF_CHANGES = 290;
    private static final long SEED = 42;

    private final Report report = new Report();
    private final Random random = new Random(SEED);
    private final Duration turn;
    private final int rounds;
    private final List<ScopeKey> stores;
    private final Region region;

    private SheetRowRun(Duration turn, int rounds, Region region, List<ScopeKey> stores) {
        this.turn = turn;
        this.rounds = rounds;
        this.region = region;
        this.stores = stores;
    }

    /**
     * Options: those of the data; {@code rounds} and {@code seconds} of turns, {@code pool} of the database in GiB, {@code
     * pool-mib} to make it smaller than that once all is filled, {@code region} whose stores are asked for.
     */
    public static void run(Options options) throws Exception {
        var data = FilledSchema.dataset(options);
        var rounds = options.number("rounds", 3);
        var turn = Duration.ofSeconds(options.number("seconds", 10));
        var pool = options.number("pool", 1);
        var smaller = options.number("pool-mib", pool * 1024);
        var region = new Region(options.text("region", "ES"));
        options.requireNoOthers();
        var filled = ReadService.filled("sheet-row", data, pool, new Report());
        var moment =
                LocalDateTime.ofInstant(Questions.of(data).at(), ZoneOffset.UTC).toString();
        var own = OwnSchema.create(DevServers.running().database(), "sheet_row");
        try {
            var rows = SheetRows.made(own, filled, moment);
            new FairDatabase(own).shrink(smaller);
            var run = new SheetRowRun(turn, rounds, region, stores(filled, region));
            run.space(rows, filled);
            run.reads(rows, filled, moment);
            run.writes(rows);
        } finally {
            OwnSchema.drop(own);
        }
    }

    private void space(SheetRows rows, Database filled) throws SQLException {
        report.line(
                "MiB: sheet rows of what has not ended %,d, discount_scope %,d, discount %,d",
                rows.mebibytes(SheetRows.schema(rows.database()) + ".sheet"),
                rows.mebibytes(SheetRows.schema(filled) + ".discount_scope"),
                rows.mebibytes(SheetRows.schema(filled) + ".discount"));
    }

    private void reads(SheetRows rows, Database filled, String moment) throws Exception {
        report.line(
                "| keys | plain join/s | join of what has not ended/s | row/s | row to that join | MariaDB's CPU µs |");
        report.line("|---|---|---|---|---|---|");
        for (var keys : List.of(1, 20, 200)) {
            var asked =
                    IntStream.range(0, QUESTIONS).mapToObj(any -> drawn(keys)).toList();
            var plain = reading("plain", filled, SheetStatement.PLAIN_JOIN, asked);
            var join = reading("join", filled, SheetStatement.joinSince(moment), asked);
            var row = reading("row", rows.database(), SheetRows.READ, asked);
            var all = List.of(plain, join, row);
            for (var one : all) {
                one.warmUp(turn);
            }
            for (int i = 0; i < rounds; i++) {
                for (var one : all) {
                    one.measure(turn);
                }
            }
            report.line(
                    "%s",
                    String.format(
                            Locale.ROOT,
                            "| %d | %,.0f | %,.0f | %,.0f | %.1f | %,.0f, %,.0f, %,.0f |",
                            keys,
                            plain.rate(),
                            join.rate(),
                            row.rate(),
                            row.rate() / join.rate(),
                            plain.cpuMicros(),
                            join.cpuMicros(),
                            row.cpuMicros()));
        }
    }

    private void writes(SheetRows rows) throws Exception {
        report.line("| what a change of a discount writes beside itself | changes/s | KB of log a change |");
        report.line("|---|---|---|");
        for (var withRows : List.of(false, true)) {
            var load = new DirectLoad("changes", QUESTIONS, WRITERS, () -> writing(rows, withRows));
            load.run(turn);
            var before = rows.logBytes();
            var measured = load.run(turn);
            report.line(
                    "%s",
                    String.format(
                            Locale.ROOT,
                            "| %s | %,.0f | %,.1f |",
                            withRows ? "versions and rows of its sheets" : "versions of its sheets",
                            CHANGES * measured.rate(),
                            (rows.logBytes() - before) / 1024.0 / CHANGES / measured.answered()));
        }
    }

    private Contender reading(String what, Database database, String sql, List<SheetsAsked> asked) {
        var load = new DirectLoad(what, asked.size(), READERS, () -> SheetStatement.open(database, sql, asked));
        return new Contender(load, DevServers.running().mariaDb().orElseThrow());
    }

    /** One transaction for each question, its keys in order, so that writers wait for each other rather than deadlock. */
    private DirectLoad.Session writing(SheetRows rows, boolean withRows) throws SQLException {
        var connection = SheetRows.connection(rows.database());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new DirectLoad.Session() {
            @Override
            public boolean ask(int question) throws SQLException {
                rows.change(connection, List.of(drawn(KEYS_OF_CHANGES)), withRows);
                return true;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** So many different stores, evenly, in the order of their keys. */
    private synchronized SheetsAsked drawn(int keys) {
        var some = new TreeSet<Integer>();
        while (some.size() < Math.min(keys, stores.size())) {
            some.add(random.nextInt(stores.size()));
        }
        return new SheetsAsked(region, some.stream().map(stores::get).toList());
    }

    private static List<ScopeKey> stores(Database filled, Region region) throws SQLException {
        var stores = new ArrayList<ScopeKey>();
        try (var connection = SheetRows.connection(filled);
                var statement =
                        connection.prepareStatement("SELECT store_id FROM store WHERE region = ? ORDER BY store_id")) {
            statement.setString(1, region.code());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    stores.add(ScopeKey.store(new StoreId(row.getString(1))));
                }
            }
        }
        return Collections.unmodifiableList(stores);
    }
}
