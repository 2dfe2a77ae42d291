package io.discounts.loadtests.bootstrap;

import io.discounts.loadtests.data.DataFormat;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.data.Loading;
import io.discounts.loadtests.data.Tally;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceCommand;
import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalog from the event log by the service's command line, and the same catalog by {@code LOAD DATA}: how long either
 * takes, and that both are equal. Then the catalog is built anew beside itself, equal again, and swapped there and back.
 */
public final class BootstrapRun {
    private static final String NAME = "bootstrap-run";
    private static final long MIB = 1 << 20;

    private final Report report = new Report();
    private final Path folder;
    private final String heap;
    private final List<String> settings;
    private final Dataset data;

    private BootstrapRun(Path folder, String heap, List<String> settings, Dataset data) {
        this.folder = folder;
        this.heap = heap;
        this.settings = settings;
        this.data = data;
    }

    /**
     * Options: those of the data, {@code format}; {@code heap} of the replay, {@code workers}, {@code batch};
     * {@code pool} of the database in GiB; {@code ratio}, the least that must be reached, in percent; {@code rebuild}, {@code
     * no} to leave the rebuild out: it takes as long again and a second catalog's space.
     */
    public static void run(Options options) throws Exception {
        var data = Generate.dataset(options);
        var format = DataFormat.named(options.text("format", "ndjson"));
        var heap = options.text("heap", "512m");
        var settings = new ArrayList<String>();
        options.given("workers").ifPresent(workers -> settings.add("--discounts.replay.workers=" + workers));
        options.given("batch").ifPresent(batch -> settings.add("--discounts.replay.batch=" + batch));
        var pool = options.number("pool", 4);
        var least = options.number("ratio", 25) / 100.0;
        var rebuilt = options.text("rebuild", "yes").equals("yes");
        options.requireNoOthers();
        var folder = Files.createTempDirectory(NAME);
        try {
            new FairDatabase(DevServers.running().database()).widen(pool);
            new BootstrapRun(folder, heap, settings, data).run(format, least, rebuilt);
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(DataFormat format, double least, boolean rebuilt) throws Exception {
        var loaded = load();
        var written = format.write(data, folder.resolve("log"));
        report.line(
                "%,d events of %,d discounts with %,d scope rows and %,d stores are written",
                written.events(), written.discounts(), written.scopeRows(), written.stores());
        // Of an empty catalog: it also migrates the tables, so that the replay is timed without.
        command("checksum");
        var replay = replay();
        report.line("replayed: %s", replay.answer());
        var replayed = command("checksum").answer().required("live").stringValue();
        report.line("replayed %s", replayed);
        report.line("loaded   %s", loaded.checksum());
        require(loaded.checksum().equals(replayed), "the catalogs differ");
        var ratio = tell(written, replay, loaded.took());
        if (rebuilt) {
            rebuild(replayed);
        }
        require(ratio >= least, "the replay reaches %.2f of LOAD DATA, not %.2f".formatted(ratio, least));
        report.line("all holds");
    }

    private record Loaded(Duration took, String checksum) {}

    /** In a schema of its own on the same server, by the same migrations; both go again, since a disk holds few of them. */
    private Loaded load() throws Exception {
        DataFormat.LOAD_DATA.write(data, folder.resolve("rows"));
        report.line("rows are written");
        try (var catalog = OwnCatalog.open(DevServers.running().database(), "loaded")) {
            var loading = new Loading(catalog.address(), folder.resolve("rows"));
            var took = loading.discounts();
            loading.stores();
            report.line("rows are loaded, those of discounts in %,d s", took.toSeconds());
            var checksum = catalog.rebuild().live().toString();
            OwnSchema.drop(catalog.address());
            return new Loaded(took, checksum);
        }
    }

    private double tell(Tally written, ServiceCommand.Ended replay, Duration loading) {
        var records = replay.answer().required("records").asLong();
        var seconds = replay.answer().required("seconds").asDouble();
        require(records == written.events(), "%,d of %,d events replayed".formatted(records, written.events()));
        var ratio = loading.toMillis() / 1e3 / seconds;
        report.line("| way | seconds | discounts/s | records/s | peak memory |");
        report.line("|---|---|---|---|---|");
        report.line(
                "| LOAD DATA of discount and discount_scope | %.1f | %,.0f | – | – |",
                loading.toMillis() / 1e3, written.discounts() * 1e3 / loading.toMillis());
        report.line(
                "| replay of the event log | %.1f (%.1f with its JVM) | %,.0f | %,.0f | %,d MiB resident, heap %s |",
                seconds,
                replay.took().toMillis() / 1e3,
                written.discounts() / seconds,
                records / seconds,
                replay.peakBytes() / MIB,
                heap);
        report.line("the replay takes LOAD DATA's time %.1f times: it reaches %.2f of it", 1 / ratio, ratio);
        return ratio;
    }

    private void rebuild(String live) throws IOException, InterruptedException {
        var rebuilt = replay("--into-shadow").answer();
        report.line("rebuilt into the shadow: %s", rebuilt);
        require(rebuilt.required("equal").asBoolean(), "the shadow differs from the live catalog");
        requireLive(live, rebuilt);
        for (var swap : List.of("swapped", "swapped back")) {
            var answer = command("swap").answer();
            require(answer.required("carriedOver").asLong() == 0, "the shadow lacked something: " + answer);
            var checksums = command("checksum").answer();
            report.line("%s: %s; %s", swap, answer, checksums);
            require(checksums.required("equal").asBoolean(), "the catalogs differ after being " + swap);
            requireLive(live, checksums);
        }
    }

    private static void requireLive(String live, JsonNode answer) {
        require(answer.required("live").stringValue().startsWith(live.substring(0, 32)), "another catalog is live");
    }

    private ServiceCommand.Ended replay(String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "replay",
                "--location=" + folder.resolve("log"),
                "--from=" + data.firstDay(),
                "--until=" + data.firstDay().plusDays(data.days())));
        words.addAll(List.of(more));
        return command(words.toArray(String[]::new));
    }

    private ServiceCommand.Ended command(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(settings);
        return ServiceCommand.run(heap, all.toArray(String[]::new));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
