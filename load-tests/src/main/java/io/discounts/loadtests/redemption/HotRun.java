package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.CpuTimes;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Percentiles;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Hold and confirm on one discount that everybody wants, beside the same on a thousand discounts, and beside the same on one
 * whose uses are counted in a single row: in turns, on the same instance, at the same distance from the database.
 */
public final class HotRun {
    private static final String NAME = "hot-run";
    private static final long TOTAL = 1_000_000_000L;
    private static final int HOLD_SECONDS = 300;

    private enum Way {
        SPREAD,
        HOT,
        ONE_ROW
    }

    /** One way's turn. */
    private record Turn(double aSecond, Duration median, Duration p99) {}

    private final Stage stage;
    private final Crowd clients;
    private final Duration length;
    private final Map<Way, List<Offer>> offers = new EnumMap<>(Way.class);
    private final Map<Way, List<Turn>> turns = new EnumMap<>(Way.class);
    private final AtomicLong keys = new AtomicLong();

    private HotRun(Stage stage, Crowd clients, Duration length) {
        this.stage = stage;
        this.clients = clients;
        this.length = length;
    }

    /**
     * Options: {@code rounds} of a turn of each way, {@code seconds} of a turn, {@code clients}, {@code distance} to the
     * database and back in microseconds, {@code pool} of connections to it, {@code behind}: percent of the hot one's throughput that the spread ones may have,
     * {@code ahead}: percent of the single row's throughput that the hot one must have.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var rounds = options.number("rounds", 3);
        var length = Duration.ofSeconds(options.number("seconds", 8));
        var clients = new Crowd(options.number("clients", 60));
        var distance = Duration.ofNanos(1_000L * options.number("distance", 8_000));
        var behind = options.number("behind", 150);
        var ahead = options.number("ahead", 300);
        var pool = options.number("pool", 70);
        options.requireNoOthers();
        try (var database = new DistantDatabase(DevServers.running().database(), distance)) {
            // What carries events would be the stream's own doing: one call for each event of one discount (ADR 18).
            var settings = Map.of(
                    "discounts.events.relay",
                    "false",
                    "spring.datasource.url",
                    database.url(),
                    "spring.datasource.hikari.maximum-pool-size",
                    String.valueOf(pool));
            var run = new HotRun(Stage.of(NAME, 1, settings), clients, length);
            run.prepare();
            for (int round = 0; round < rounds; round++) {
                for (var way : Way.values()) {
                    run.turn(way);
                }
            }
            run.stage.books().requireReconciled();
            run.compare(behind, ahead);
        }
    }

    private void prepare() throws InterruptedException {
        offers.put(Way.HOT, List.of(Offer.limited("hot", TOTAL)));
        var oneRow = Offer.limited("one-row", TOTAL);
        offers.put(Way.ONE_ROW, List.of(oneRow));
        offers.put(
                Way.SPREAD,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> Offer.limited("spread-" + i, TOTAL))
                        .toList());
        var all = offers.values().stream().flatMap(List::stream).toList();
        stage.publish(all);
        clients.make(all.size(), i -> pass(all.get(i)));
        new OneRowBudget(stage.tables().jdbc(), oneRow).arrange();
        for (var way : Way.values()) {
            play(way);
        }
        stage.report().line("warm");
    }

    private void turn(Way way) throws InterruptedException {
        var cpu = cpu();
        var turn = play(way);
        turns.computeIfAbsent(way, first -> new ArrayList<>()).add(turn);
        stage.report()
                .line(
                        "%-7s %5.0f/s, p50 %d ms, p99 %d ms; cores: %s",
                        way,
                        turn.aSecond(),
                        turn.median().toMillis(),
                        turn.p99().toMillis(),
                        cpu().coresSince(cpu));
    }

    private Turn play(Way way) throws InterruptedException {
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        var wanted = offers.getOrDefault(way, List.of());
        var began = System.nanoTime();
        clients.each(client -> {
            for (int i = client; System.nanoTime() - began < length.toNanos(); i += clients.clients()) {
                took.add(pass(wanted.get(i % wanted.size())));
            }
        });
        var seconds = (System.nanoTime() - began) / 1e9;
        var sorted = Percentiles.of(took);
        return new Turn(took.size() / seconds, sorted.at(50), sorted.at(99));
    }

    /** A hold and its confirm, and how long the two took. */
    private Duration pass(Offer offer) throws IOException {
        var key = "k-" + keys.incrementAndGet();
        var began = System.nanoTime();
        var hold = stage.checkout()
                .insist(0, CheckoutCall.hold(key, key, offer.discountId(), HOLD_SECONDS))
                .held();
        var confirmed = stage.checkout().insist(0, CheckoutCall.confirm(key + "-confirm", hold));
        Books.require(confirmed.isDone(), "A confirm got " + confirmed);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private CpuTimes cpu() {
        var processes = new LinkedHashMap<String, ServerProcess>();
        processes.put("service", stage.instances().getFirst().process());
        stage.servers().mariaDb().ifPresent(database -> processes.put("database", database));
        return CpuTimes.of(processes);
    }

    private void compare(int behind, int ahead) {
        stage.report().line("medians of the turns, hold and confirm together:");
        for (var way : Way.values()) {
            stage.report()
                    .line(
                            "  %-7s %5.0f/s, p50 %d ms, p99 %d ms",
                            way,
                            median(way, Turn::aSecond),
                            median(way, Turn::median).toMillis(),
                            median(way, Turn::p99).toMillis());
        }
        var hot = median(Way.HOT, Turn::aSecond);
        var spread = median(Way.SPREAD, Turn::aSecond);
        var oneRow = median(Way.ONE_ROW, Turn::aSecond);
        stage.report()
                .line(
                        "the spread ones have %.2f of the hot one's throughput, the hot one %.2f of the single row's",
                        spread / hot, hot / oneRow);
        stage.report().line("calls sent again: %d", stage.checkout().repeated());
        stage.report().line("took %d s", stage.report().elapsed().toSeconds());
        Books.require(100 * spread <= behind * hot, "The hot one is further behind the spread ones than it may be");
        Books.require(100 * hot >= ahead * oneRow, "The hot one is less ahead of the single row than it must be");
    }

    private <T extends Comparable<T>> T median(Way way, Function<Turn, T> figure) {
        var sorted =
                turns.getOrDefault(way, List.of()).stream().map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
