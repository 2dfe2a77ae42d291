package io.discounts.loadtests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Looks at all checkpoints again and again from a thread of its own: none may ever go back. */
public final class CheckpointWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Leases leases;
    private final Map<String, Checkpoint> furthest = new HashMap<>();
    private final List<String> goneBack = new ArrayList<>();
    private final Thread thread;
    private long looks;
    private long advances;

    private CheckpointWatch(Leases leases) {
        this.leases = leases;
        this.thread = Thread.ofVirtual().name("checkpoint-watch").unstarted(this::watch);
    }

    public static CheckpointWatch of(Leases leases) {
        var watch = new CheckpointWatch(leases);
        watch.thread.start();
        return watch;
    }

    public synchronized long looks() {
        return looks;
    }

    /** How often one was seen further on than before. */
    public synchronized long advances() {
        return advances;
    }

    /** What was seen to go back. */
    public synchronized List<String> goneBack() {
        return List.copyOf(goneBack);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            leases.checkpoints().forEach(this::compare);
            seen();
        } catch (CompletionException away) {
            // The table is busy or away: the next look tells as much.
        }
    }

    private synchronized void seen() {
        looks++;
    }

    private synchronized void compare(String shard, Checkpoint now) {
        var before = furthest.put(shard, now);
        if (before != null && now.compareTo(before) > 0) {
            advances++;
        } else if (before != null && now.compareTo(before) < 0) {
            goneBack.add("%s: from %s to %s".formatted(shard, before.position(), now.position()));
        }
    }
}
