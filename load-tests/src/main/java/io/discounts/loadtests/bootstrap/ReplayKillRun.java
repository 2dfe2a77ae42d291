package io.discounts.loadtests.bootstrap;

import io.discounts.loadtests.data.DataFormat;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceCommand;
import io.discounts.service.devservers.DevServers;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A replay is killed in mid-segment again and again, and the same command goes on each time: no record is lost or counted
 * twice, and the catalog equals the one that a replay makes which nobody interrupts.
 */
public final class ReplayKillRun {
    private static final String NAME = "replay-kill-run";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int EARLY = 50;

    private final Report report = new Report();
    private final SegmentStates segments =
            new SegmentStates(DevServers.running().database());
    private final String heap;
    private final List<String> replay;

    private ReplayKillRun(String heap, List<String> replay) {
        this.heap = heap;
        this.replay = replay;
    }

    /** Options: those of the data, {@code kills}, {@code log} ({@code folder} or {@code s3}), {@code heap}, {@code batch}. */
    public static void run(Options options) throws Exception {
        var data = Generate.dataset(options, 60_000, 5_000, 2);
        var kills = options.number("kills", 5);
        var place = EventLogPlace.valueOf(options.text("log", "folder").toUpperCase(Locale.ROOT));
        var heap = options.text("heap", "512m");
        var batch = options.number("batch", 500);
        options.requireNoOthers();
        var folder = Files.createTempDirectory(NAME);
        try {
            var written = DataFormat.NDJSON.write(data, folder);
            var run = new ReplayKillRun(heap, words(data, place.location(folder), batch));
            run.report.line("%,d events are written", written.events());
            run.run(kills, written.events());
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<String> words(Dataset data, String location, int batch) {
        return List.of(
                "replay",
                "--location=" + location,
                "--from=" + data.firstDay(),
                "--until=" + data.firstDay().plusDays(data.days()),
                "--discounts.replay.batch=" + batch);
    }

    private void run(int kills, long events) throws IOException, InterruptedException {
        // Of an empty catalog: it also migrates the tables, so that there is something to look at.
        ServiceCommand.run(heap, "checksum");
        for (int kill = 1; kill <= kills; kill++) {
            kill(kill, events * kill / (kills + 1));
        }
        var ended = replay();
        report.line("gone on with to its end: %s", ended);
        require(ended.required("records").asLong() == events, "records were lost or counted twice");
        var anew = replay("--into-shadow");
        report.line("not interrupted: %s", anew);
        require(anew.required("equal").asBoolean(), "the catalogs differ");
        report.line("all holds after %d kills", kills);
    }

    /** Once so many lines are dealt with, and at once: whatever segments are being read, they are in their middle. */
    private void kill(int kill, long lines) throws IOException, InterruptedException {
        var before = segments.sums();
        var process = ServiceCommand.start(heap, replay.toArray(String[]::new));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(EARLY))
                .until(() -> segments.sums().lines() >= lines || !process.isAlive());
        require(process.isAlive(), "the replay has ended before it could be killed");
        process.destroyForcibly();
        process.waitFor();
        var after = segments.sums();
        report.line("kill %d at %,d lines, with %d segments begun", kill, after.lines(), after.begun());
        require(after.lines() >= before.lines(), "lines that were dealt with are forgotten");
        require(after.begun() > 0, "no segment was hit in its middle");
    }

    private JsonNode replay(String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(replay);
        words.addAll(List.of(more));
        return ServiceCommand.run(heap, words.toArray(String[]::new)).answer();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
