package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CpuTimes;
import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Percentiles;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.Streams;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * From the call that puts an event until a search answers with what it says, while events come steadily.
 * A store and a discount of its own for each sample: what the search must not answer from are its caches, which know the
 * discount's version before.
 */
public final class ReadableRun {
    private static final String NAME = "readable-run";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SUBJECTS = 2_000;

    private final Report report = new Report();
    private final ChangeEvents events = new ChangeEvents(Clock.systemUTC());
    private final ConcurrentLinkedQueue<Duration> readable = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> taken = new ConcurrentLinkedQueue<>();
    private final URI search;
    private final LoadedStreams streams;
    private final Duration poll;

    private ReadableRun(ServiceProcess service, LoadedStreams streams, Duration poll) {
        this.search = service.url().resolve("/v1/discounts/search");
        this.streams = streams;
        this.poll = poll;
    }

    /**
     * Options: {@code rate} (events a second), {@code seconds}, {@code sample} (one more event in so many is watched),
     * {@code poll} (ms between two searches for it), {@code idle} (ms between two reads of a shard; 500 in production),
     * {@code warm-up} (seconds), {@code limit} (ms for p99), {@code seed}.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var rate = options.number("rate", 200);
        var seconds = options.number("seconds", 60);
        var sample = options.number("sample", 20);
        var poll = Duration.ofMillis(options.number("poll", 10));
        var idle = options.number("idle", 500);
        var warmUp = options.number("warm-up", 20);
        var limit = Duration.ofMillis(options.number("limit", 1_000));
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var settings = new HashMap<>(Settings.hurried(NAME));
        settings.put("discounts.ingestion.kcl.idle-between-reads", idle + "ms");
        var service = ServiceProcess.start(NAME, settings);
        var background = ChangeSequence.rising(rate * (warmUp + seconds), SUBJECTS, seed);
        try (var streams = LoadedStreams.of(servers)) {
            var run = new ReadableRun(service, streams, poll);
            var samples = rate * seconds / sample;
            run.prepare(samples);
            run.flow(background.subList(0, rate * warmUp), rate, 0);
            var processes = Map.of(
                    "service",
                    service.process(),
                    "kinesis",
                    servers.kinesis(),
                    "mariadb",
                    servers.mariaDb().orElseThrow(),
                    "redis",
                    servers.redis());
            var before = CpuTimes.of(processes);
            run.flow(background.subList(rate * warmUp, background.size()), rate, samples);
            run.report.line("cores: %s", CpuTimes.of(processes).coresSince(before));
            run.tell(rate, idle, limit);
        }
    }

    /** Every sample's store and discount, known and cached before the clock runs. */
    private void prepare(int samples) throws IOException {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < samples; i++) {
            changes.add(new Change.Opened("r-" + i, 1, "MAD", "restaurant"));
            changes.add(discount(i, 1));
        }
        for (int i = 0; i < changes.size(); i += 500) {
            streams.put(changes.subList(i, Math.min(i + 500, changes.size())).stream()
                    .map(events::event)
                    .toList());
        }
        for (int i = 0; i < samples; i++) {
            var number = i;
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .until(() -> answersWith(number, 1));
        }
        report.line("%,d stores and discounts are known and cached", samples);
    }

    /** Puts the others 20 times a second and each sample by itself when its time has come, whatever became of those before. */
    private void flow(List<Change> others, int rate, int samples) throws InterruptedException {
        try (var flow = new RatedFlow(streams, events, others, Pace.steady(rate))) {
            var began = System.nanoTime();
            var length = TimeUnit.SECONDS.toNanos(1) * others.size() / rate;
            var watches = new ArrayList<Thread>();
            for (int i = 0; i < samples; i++) {
                var number = i;
                TimeUnit.NANOSECONDS.sleep(began + length * i / samples - System.nanoTime());
                watches.add(Thread.ofVirtual().start(() -> watch(number)));
            }
            for (var watch : watches) {
                watch.join();
            }
            flow.await();
        }
    }

    private void watch(int number) {
        try {
            var event = events.event(discount(number, 2));
            var began = System.nanoTime();
            streams.putAlone(event).join();
            taken.add(Duration.ofNanos(System.nanoTime() - began));
            while (!answersWith(number, 2)) {
                TimeUnit.MILLISECONDS.sleep(poll.toMillis());
            }
            readable.add(Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failed) {
            report.line("sample %d: %s", number, failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answersWith(int number, int version) throws IOException {
        var answer = Http.post(search, "{\"region\":\"ES\",\"storeIds\":[\"r-" + number + "\"]}");
        return answer.contains("r-d-" + number + ", version " + version + "\"");
    }

    private static Change discount(int number, int version) {
        return new Change.Published(
                Streams.PARTNER_PROMOTIONS, "r-d-" + number, version, 10, Set.of("r-" + number), false);
    }

    private void tell(int rate, int idle, Duration limit) {
        var puts = Percentiles.of(taken);
        var all = Percentiles.of(readable);
        report.line("%d samples at %d events/s, reads every %d ms", all.sorted().size(), rate, idle);
        report.line("the put alone:   p50 %,5d ms  p99 %,5d ms", millis(puts, 50), millis(puts, 99));
        report.line(
                "put to readable: p50 %,5d ms  p90 %,5d ms  p99 %,5d ms  max %,5d ms",
                millis(all, 50), millis(all, 90), millis(all, 99), millis(all, 100));
        if (all.sorted().size() != puts.sorted().size()) {
            throw new IllegalStateException("Some samples never became readable");
        }
        if (all.at(99).compareTo(limit) > 0) {
            throw new IllegalStateException("p99 is over " + limit.toMillis() + " ms");
        }
    }

    private static long millis(Percentiles durations, double percent) {
        return durations.at(percent).toMillis();
    }
}
