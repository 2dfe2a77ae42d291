package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Place;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The service is asked to stop, again and again, while it applies a backlog: it must be gone within 30 seconds, and what
 * the catalog holds then must be exactly what lies at the checkpoints or before them. So nothing is read twice, and
 * nothing is passed over. Once it is asked while MySQL hangs, and once it is started while MySQL is away.
 */
public final class StopRun {
    private static final String NAME = "stop-run";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final long LONGEST_STOP_SECONDS = 30;
    private static final int PUT = 500;

    private final Report report = new Report();
    private final Map<Change, Place> put = new LinkedHashMap<>();
    private final List<Long> stopMillis = new ArrayList<>();
    private final ServiceProcess service;
    private final CatalogSnapshot catalog;
    private final Leases leases;
    private final Random random;

    private StopRun(ServiceProcess service, CatalogSnapshot catalog, Leases leases, long seed) {
        this.service = service;
        this.catalog = catalog;
        this.leases = leases;
        this.random = new Random(seed);
    }

    /** Options: {@code events}, {@code stops}, {@code seed}. */
    public static void run(Options options)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var events = options.number("events", 40_000);
        var stops = options.number("stops", 8);
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var settings = new HashMap<>(Settings.hurried(NAME));
        settings.put("discounts.ingestion.max-records", "100"); // many batches, so that a stop leaves some unread
        var service = ServiceProcess.start(NAME, settings);
        var mySql = servers.mariaDb().orElseThrow();
        var changes = ChangeSequence.of(events, seed);
        try (var streams = LoadedStreams.of(servers);
                var leases = Leases.of(servers, NAME)) {
            var run = new StopRun(service, new CatalogSnapshot(servers.database()), leases, seed);
            for (int stop = 0; stop < stops; stop++) {
                run.put(streams, changes.subList(events * stop / (stops + 2), events * (stop + 1) / (stops + 2)));
                run.stopInMidBatch();
            }
            run.put(streams, changes.subList(events * stops / (stops + 2), events * (stops + 1) / (stops + 2)));
            run.stopWhileItHangs(mySql);
            run.put(streams, changes.subList(events * (stops + 1) / (stops + 2), events));
            run.startWhileItIsAway(mySql);
            new Verification(run.catalog, run.report).awaitEqual(CatalogModel.of(changes));
            run.report.line("stops took %s ms", run.stopMillis);
            run.report.line("took %d s", run.report.elapsed().toSeconds());
        }
    }

    private void put(LoadedStreams streams, List<Change> changes) {
        var events = new ChangeEvents(Clock.systemUTC());
        for (int i = 0; i < changes.size(); i += PUT) {
            var portion = changes.subList(i, Math.min(i + PUT, changes.size()));
            var streamed = portion.stream().map(events::event).toList();
            var places = streams.put(streamed);
            for (int each = 0; each < portion.size(); each++) {
                put.put(portion.get(each), places.get(streamed.get(each)));
            }
        }
    }

    private void stopInMidBatch() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        awaitWork();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        stop();
        var behind = behindTheCheckpoints();
        var expected = CatalogModel.of(behind).lines();
        var found = catalog.lines();
        report.line(
                "stopped in %,d ms; %,d of %,d events lie at the checkpoints or before",
                stopMillis.getLast(), behind.size(), put.size());
        require(
                found.equals(expected),
                "The catalog misses %s and has %s besides".formatted(expected.notIn(found), found.notIn(expected)));
        service.process().start();
    }

    private void stopWhileItHangs(ServerProcess mySql)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        awaitWork();
        mySql.pause();
        try {
            TimeUnit.SECONDS.sleep(2);
            stop();
            report.line("stopped in %,d ms while MySQL hung", stopMillis.getLast());
        } finally {
            mySql.resume();
        }
    }

    /** It must neither end nor be ready, and be ready soon after. */
    private void startWhileItIsAway(ServerProcess mySql) throws InterruptedException {
        mySql.stop();
        var starting = Thread.ofPlatform().start(service.process()::start);
        TimeUnit.SECONDS.sleep(AWAY.toSeconds());
        require(starting.isAlive(), "It does not wait for MySQL");
        require(!service.isReady(), "It is ready without ever having seen MySQL");
        mySql.start();
        var began = report.elapsed();
        Awaitility.await().atMost(PATIENCE).until(service::isReady);
        report.line(
                "started while MySQL was away: ready %.1f s after it was back",
                report.elapsed().minus(began).toMillis() / 1e3);
        starting.join();
    }

    private void stop() throws InterruptedException, ExecutionException, TimeoutException {
        var process = ProcessHandle.of(service.process().pid()).orElseThrow();
        var began = System.nanoTime();
        process.destroy();
        process.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        stopMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private List<Change> behindTheCheckpoints() {
        var checkpoints = leases.checkpoints();
        return put.entrySet().stream()
                .filter(each -> Leases.checkpointAt(each.getValue(), checkpoints)
                        .covers(each.getValue().sequenceNumber()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void awaitWork() throws IOException {
        var before = new long[] {-1};
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var now = service.metrics().records();
            var grown = before[0] >= 0 && now > before[0];
            before[0] = now;
            return grown;
        });
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
