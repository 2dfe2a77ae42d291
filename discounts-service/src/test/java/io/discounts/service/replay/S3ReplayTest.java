package io.discounts.service.replay;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.ingestion.LoggedCounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static io.discounts.service.replay.LoggedEvents.discounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Replays of a log in S3, and of logs that go away. */
class S3ReplayTest {
    private static final String PARTNERS = "partner-promotions";

    @TempDir
    private Path path;

    private LogFolder folder;
    private ReplayStage stage;

    @BeforeAll
    static void startS3() {
        DevServers.s3();
    }

    @BeforeEach
    void open() {
        folder = new LogFolder(path);
        stage = ReplayStage.shared();
    }

    @Test
    void losesNoLineAndTakesNoneTwiceWhenConnectionsBreakWithinAnObject() throws IOException {
        folder.with(PARTNERS, LogFolder.DAY, "a.ndjson", LogFolder.text(discounts("s3-cut", 0, 300, 1)))
                .with(PARTNERS, "b.ndjson.gz", discounts("s3-cut", 300, 350, 1));
        var shelf = new S3Shelf("cut").with(folder);
        var id = stage.add(shelf.order());

        try (var proxy = new CuttingProxy(DevServers.running().s3Port(), 40_000);
                var client = S3Shelf.client(proxy.endpoint())) {
            var log = new S3Log(client, shelf.location(), S3Log.PAGE);
            stage.runAlone(logs(log), stage.ingestion(), new StopSignal(), id);
            assertThat(proxy.cuts()).isGreaterThan(2);
        }

        var replay = stage.replays().find(id).orElseThrow();
        assertThat(replay.state()).as(replay.failure()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(350, 0, 0, 0));
        assertThat(replay.progress().readBytes()).isEqualTo(replay.progress().bytes());
        assertThat(stage.discounts("s3-cut-")).hasSize(350);
    }

    @Test
    void waitsForAnS3ThatIsAwayAndGoesOnWhenItIsBack() {
        var shelf = new S3Shelf("away").with(folder.with(PARTNERS, "a.ndjson.gz", discounts("s3-away", 0, 120, 1)));
        var id = stage.add(shelf.order());

        DevServers.s3().stop();
        try {
            assertThatThrownBy(() -> stage.run().run(id, new StopSignal())).isInstanceOf(EventLogAwayException.class);
            assertThat(stage.replays().find(id).orElseThrow().state()).isEqualTo(ReplayState.RUNNING);
        } finally {
            DevServers.s3().start();
        }
        stage.run().run(id, new StopSignal());

        var replay = stage.replays().find(id).orElseThrow();
        assertThat(replay.state()).as(replay.failure()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(120, 0, 0, 0));
    }

    @Test
    void failsWhereThereIsNoBucket() {
        var order = new ReplayOrder(null, "s3://no-such-bucket/log", ReplayStage.FROM, ReplayStage.UNTIL, false);

        var replay = stage.replay(order);

        assertThat(replay.state()).isEqualTo(ReplayState.FAILED);
        assertThat(replay.failure()).isEqualTo("there is no bucket no-such-bucket");
    }

    @Test
    void doesNotWaitOnceItIsAskedToStop() {
        var stop = new StopSignal();
        var id = stage.add(new S3Shelf("stopped").order());

        stage.runAlone(logs(new AwayLog(stop::raise)), stage.ingestion(), stop, id);

        assertThat(stage.replays().find(id).orElseThrow().state()).isEqualTo(ReplayState.RUNNING);
    }

    @Test
    void doesNotWaitOnceItIsCancelled() {
        var id = stage.add(new S3Shelf("cancelled").order());
        var tries = new AtomicInteger();
        var log = new AwayLog(() -> {
            tries.incrementAndGet();
            stage.replays().cancel(id, "somebody");
        });

        stage.runAlone(logs(log), stage.ingestion(), new StopSignal(), id);

        assertThat(tries).hasValue(1);
        assertThat(stage.replays().find(id).orElseThrow().state()).isEqualTo(ReplayState.CANCELLED);
    }

    private EventLogs logs(EventLog log) {
        return new EventLogs(stage.context().getBeanProvider(S3Client.class)) {
            @Override
            EventLog at(String location) {
                return log;
            }
        };
    }

    /** Lists a segment, and is away whenever it shall be read. */
    private record AwayLog(Runnable asked) implements EventLog {
        @Override
        public List<Segment> segments(String stream, LocalDate first, LocalDate last) {
            return stream.equals(PARTNERS)
                    ? List.of(new Segment(stream, stream + "/2026/11/22/a.ndjson", 1))
                    : List.of();
        }

        @Override
        public InputStream open(Segment segment) {
            asked.run();
            throw new EventLogAwayException("away", new IOException("away"));
        }
    }
}
