package io.discounts.service.catalog;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.json.DiscountJson;
import org.springframework.boot.SpringApplication;
import org.springframework.dao.ConcurrencyFailureException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.stores;

/**
 * How fast an empty catalog is filled, in turn with {@code LOAD DATA} and with plain JDBC batches of 500 rows into tables
 * of the same making: discounts a second, index included. The first round of each way warms up and does not count.
 */
final class CatalogSpeed {
    private final OwnCatalog own;
    private final String url;
    private final Database database;
    private final int discounts;

    private record Database(String username, String password) {}

    private interface Way {
        void fill(List<Discount> all) throws Exception;
    }

    private CatalogSpeed(RunningServers servers, int discounts) {
        this.own = OwnCatalog.open(servers.database(), "speed");
        this.url = own.database().getJdbcUrl();
        this.database =
                new Database(servers.database().username(), servers.database().password());
        this.discounts = discounts;
    }

    /**
     * Compares the ways.
     *
     * @param args how many discounts, and how many rounds; default 100,000 and 3
     */
    public static void main(String[] args) throws Exception {
        var application = SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class)
                .run(
                        "--discounts.ingestion.enabled=false",
                        "--discounts.security.mode=open",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--logging.level.root=warn");
        var context = application.getApplicationContext();
        var discounts = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        new CatalogSpeed(context.getBean(RunningServers.class), discounts)
                .compare(args.length < 2 ? 3 : Integer.parseInt(args[1]));
        System.exit(SpringApplication.exit(context));
    }

    private void compare(int rounds) throws Exception {
        var ways = new TreeMap<String, Way>();
        ways.put("1 LOAD DATA", this::load);
        for (var writers : List.of(1, 4)) {
            ways.put("2 JDBC batches, " + writers + " writers", all -> jdbcBatches(all, writers));
            for (var batch : List.of(500, 1_000)) {
                ways.put(
                        "3 shadow, batches of " + batch + ", " + writers + " writers",
                        all -> shadow(all, writers, batch));
                ways.put("4 live, batches of " + batch + ", " + writers + " writers", all -> live(all, writers, batch));
            }
        }
        var all = IntStream.range(0, discounts).mapToObj(CatalogSpeed::discount).toList();
        var rates = new TreeMap<String, List<Long>>();
        for (int round = 0; round <= rounds; round++) {
            for (var way : ways.entrySet()) {
                var rate = rate(way.getValue(), all);
                if (round > 0) {
                    rates.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        timeASwap(all);
        rates.forEach((way, told) -> System.out.printf(
                "%-40s median %,7d discounts/s of %s%n",
                way.substring(2), told.stream().sorted().toList().get(told.size() / 2), told));
    }

    private void timeASwap(List<Discount> all) throws IOException, SQLException {
        own.empty();
        live(all, 4, 1_000);
        own.rebuild().begin();
        load(all);
        time("compare both by checksum", () -> {
            if (!own.rebuild().compare().areEqual()) {
                throw new IllegalStateException("LOAD DATA and the catalog differ");
            }
        });
        time("swap", () -> {
            if (!own.rebuild().swap().equals(new SwapOutcome.Swapped(1, 0))) {
                throw new IllegalStateException("the shadow lacked something");
            }
        });
    }

    private static void time(String what, Runnable work) {
        var began = System.nanoTime();
        work.run();
        System.out.printf("%-40s %,.1f s%n", what, (System.nanoTime() - began) / 1e9);
    }

    private long rate(Way way, List<Discount> all) throws Exception {
        own.empty();
        for (var table : List.of("discount", "discount_scope", "scope_sheet")) {
            own.jdbc().execute("TRUNCATE TABLE " + table);
        }
        own.rebuild().begin();
        var began = System.nanoTime();
        way.fill(all);
        var rate = Math.round(all.size() / ((System.nanoTime() - began) / 1e9));
        own.rebuild().end();
        return rate;
    }

    private void shadow(List<Discount> all, int writers, int batch) {
        sideBySide(all, writers, batch, own.shadow());
    }

    private void live(List<Discount> all, int writers, int batch) {
        own.rebuild().end();
        sideBySide(all, writers, batch, own.live());
    }

    private static void sideBySide(List<Discount> all, int writers, int batch, CatalogFixture catalog) {
        var batches = Chunks.of(all, batch);
        parallel(writers, batches.size(), at -> {
            var changes = batches.get(at).stream()
                    .<CatalogChange>map(DiscountChange.Published::new)
                    .toList();
            for (var done = false; !done; ) {
                try {
                    catalog.apply(changes);
                    done = true;
                } catch (ConcurrencyFailureException lost) {
                    System.out.println("lost a deadlock: " + lost.getMessage());
                }
            }
        });
    }

    private void jdbcBatches(List<Discount> all, int writers) {
        var batches = Chunks.of(all, 500);
        parallel(
                writers,
                batches.size(),
                at -> own.transaction().executeWithoutResult(status -> {
                    var batch = batches.get(at);
                    own.jdbc()
                            .batchUpdate(
                                    "INSERT INTO discount_shadow (region, provider, external_id, version, body) VALUES (?, ?, ?, ?, ?)",
                                    batch.stream()
                                            .map(one -> new Object[] {
                                                one.region().code(),
                                                one.id().provider(),
                                                one.id().externalId(),
                                                one.version(),
                                                DiscountJson.write(one)
                                            })
                                            .toList());
                    own.jdbc()
                            .batchUpdate(
                                    "INSERT INTO discount_scope_shadow (region, scope_key, provider, external_id, ends_at) VALUES (?, ?, ?, ?, ?)",
                                    batch.stream()
                                            .flatMap(one -> one.scope().keys().stream()
                                                    .map(key -> new Object[] {
                                                        one.region().code(),
                                                        ScopeKeyBytes.write(key),
                                                        one.id().provider(),
                                                        one.id().externalId(),
                                                        EndColumn.of(one.validity())
                                                    }))
                                            .toList());
                }));
    }

    private interface Part {
        void write(int at);
    }

    private static void parallel(int writers, int parts, Part part) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var running = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (int at = next.getAndIncrement(); at < parts; at = next.getAndIncrement()) {
                                    part.write(at);
                                }
                            },
                            threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }

    /** Both files are written before; what is timed is the database alone, as for {@code performance.md}. */
    private void load(List<Discount> all) throws IOException, SQLException {
        var discountRows = Files.createTempFile("discounts", ".tsv");
        var scopeRows = Files.createTempFile("scopes", ".tsv");
        write(discountRows, scopeRows, all);
        try (var connection = DriverManager.getConnection(
                        url + "?allowLoadLocalInfile=true", database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "LOAD DATA LOCAL INFILE '" + discountRows + "' INTO TABLE discount_shadow CHARACTER SET binary");
            statement.execute(
                    "LOAD DATA LOCAL INFILE '" + scopeRows + "' INTO TABLE discount_scope_shadow CHARACTER SET binary");
        } finally {
            Files.delete(discountRows);
            Files.delete(scopeRows);
        }
    }

    private static void write(Path discountRows, Path scopeRows, List<Discount> all) throws IOException {
        try (var into = Files.newBufferedWriter(discountRows);
                var scopes = Files.newBufferedWriter(scopeRows)) {
            for (var one : all) {
                var id = one.id().provider() + '\t' + one.id().externalId();
                into.write(one.region() + "\t" + id + '\t' + one.version() + '\t'
                        + new String(DiscountJson.write(one), StandardCharsets.UTF_8).replace("\\", "\\\\") + '\n');
                one.scope()
                        .keys()
                        .forEach(key -> line(
                                scopes,
                                one.region() + "\t" + key + '\t' + id + '\t' + EndColumn.written(one.validity())));
            }
        }
    }

    private static void line(Writer into, String line) {
        try {
            into.write(line + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seven of ten are of one store, one of three, one of a brand, one of a city; ids in no order of the stores. */
    private static Discount discount(int number) {
        var builder = aDiscount()
                .id("partner-promotions:" + Integer.toHexString(number * 0x9E3779B9))
                .validUntil("2026-12-01T00:00:00Z");
        var store = "s-" + number % 250_000;
        return switch (number % 10) {
            case 7 -> builder.inStores(store, store + "-b", store + "-c").build();
            case 8 ->
                builder.scope(named(Set.of("brand-" + number % 2_000), Set.of()))
                        .build();
            case 9 ->
                builder.scope(named(Set.of(), Set.of("city-" + number % 300))).build();
            default -> builder.scope(stores(store)).build();
        };
    }

    private static Scope named(Set<String> brands, Set<String> cities) {
        return new Scope(false, new StoreSet(Set.of(), Set.of(), brands, cities), StoreSet.NONE);
    }
}
