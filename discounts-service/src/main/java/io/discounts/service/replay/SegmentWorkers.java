package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Reads segments side by side. While the database or S3 is away they wait, for as long as it takes; a log that cannot be read for
 * many tries in a row fails the replay. On platform threads: reading is work, and virtual threads that work keep requests
 * from theirs.
 */
record SegmentWorkers(SegmentReplay segments, int count, RandomGenerator random) {
    private static final Logger log = LoggerFactory.getLogger(SegmentWorkers.class);
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("replay-", 0).factory();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final int MOST_TRIES = 6;

    /** How the work ended. */
    sealed interface Ending {
        /** All segments have been read. */
        record Complete() implements Ending {}

        /** Not all, for it was asked to stop, or somebody else goes on with it. */
        record Left() implements Ending {}

        /** It cannot go on. */
        record Failed(String reason) implements Ending {}
    }

    /** Works until all is done or nothing can be. */
    Ending work(SegmentReplay.Task task, List<SegmentProgress> undone, StopSignal stop) {
        var ending = new AtomicReference<@Nullable Ending>();
        var left = new ConcurrentLinkedQueue<>(undone);
        var threads = IntStream.range(0, Math.min(count, undone.size()))
                .mapToObj(worker -> THREADS.newThread(() -> work(task, left, stop, ending)))
                .toList();
        threads.forEach(Thread::start);
        join(threads, ending);
        var ended = ending.get();
        return ended == null ? new Ending.Complete() : ended;
    }

    private static void join(List<Thread> threads, AtomicReference<@Nullable Ending> ending) {
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                ending.compareAndSet(null, new Ending.Left());
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work(
            SegmentReplay.Task task,
            Queue<SegmentProgress> left,
            StopSignal stop,
            AtomicReference<@Nullable Ending> ending) {
        try {
            for (var next = left.poll(); next != null && ending.get() == null; next = left.poll()) {
                read(task, next, stop, ending);
            }
        } catch (ReplayStoppedException stopped) {
            ending.compareAndSet(null, new Ending.Left());
        } catch (RuntimeException failure) {
            log.atError()
                    .addKeyValue("replay", task.replayId())
                    .setCause(failure)
                    .log("a replay cannot go on");
            ending.compareAndSet(null, new Ending.Failed(String.valueOf(failure.getMessage())));
        }
    }

    private void read(
            SegmentReplay.Task task,
            SegmentProgress segment,
            StopSignal stop,
            AtomicReference<@Nullable Ending> ending) {
        for (int tries = 1; ; tries++) {
            switch (segments.attempt(task, segment.number(), () -> stop.raised() || ending.get() != null)) {
                case SegmentReplay.Attempt.Done ignored -> {
                    return;
                }
                case SegmentReplay.Attempt.Left ignored -> {
                    ending.compareAndSet(null, new Ending.Left());
                    return;
                }
                case SegmentReplay.Attempt.Unavailable away -> warn(task, segment, away.reason());
                case SegmentReplay.Attempt.Unreadable unreadable -> {
                    warn(task, segment, unreadable.reason());
                    if (tries >= MOST_TRIES) {
                        var reason = segment.segment().name() + " cannot be read: " + unreadable.reason();
                        ending.compareAndSet(null, new Ending.Failed(reason));
                        return;
                    }
                }
            }
            if (stop.raisedWithin(delay(tries))) {
                ending.compareAndSet(null, new Ending.Left());
            }
            if (ending.get() != null) {
                return;
            }
        }
    }

    private Duration delay(int tries) {
        var doubled = Duration.ofMillis(500L << Math.min(tries, 4));
        var delay = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        return delay.plusNanos((long) (delay.toNanos() / 2.0 * random.nextDouble()));
    }

    private static void warn(SegmentReplay.Task task, SegmentProgress segment, String reason) {
        log.atWarn()
                .addKeyValue("replay", task.replayId())
                .addKeyValue("segment", segment.segment().name())
                .addKeyValue("reason", reason)
                .log("a segment waits and is tried again");
    }
}
