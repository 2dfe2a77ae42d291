package io.discounts.sdk.rollout;

import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueuePayload;
import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueuePayloadType;
import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueueSource;
import io.discounts.sdk.internal.resilience.DaemonThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A file for flagd's evaluator. Flagd's own watcher ends for good when its file is missing once, and looks at a time stamp
 * of milliseconds; this one goes on, and compares what the file says.
 */
final class WatchedFile implements QueueSource {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path path;
    private final Duration every;
    private final BlockingQueue<QueuePayload> queue = new ArrayBlockingQueue<>(1);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("discounts-flags-file"));
    private String last = "";
    private boolean readable = true;

    WatchedFile(Path path, Duration every) {
        this.path = path;
        this.every = every;
    }

    @Override
    public void init() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public BlockingQueue<QueuePayload> getStreamQueue() {
        return queue;
    }

    @Override
    public void shutdown() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            var now = Files.readString(path);
            readable = true;
            // Flagd keeps what it has when it is told nonsense, but says so each time.
            if (!now.isBlank() && !now.equals(last)) {
                last = now;
                tell(now);
            }
        } catch (IOException | RuntimeException unreadable) {
            if (readable) {
                LOG.atWarn()
                        .addKeyValue("file", path)
                        .setCause(unreadable)
                        .log("discounts: the file of flags cannot be read; its last values stay");
            }
            readable = false;
        }
    }

    /** Only the newest matters. */
    private void tell(String text) {
        var payload = new QueuePayload(QueuePayloadType.DATA, text);
        while (!queue.offer(payload)) {
            queue.poll();
        }
    }
}
