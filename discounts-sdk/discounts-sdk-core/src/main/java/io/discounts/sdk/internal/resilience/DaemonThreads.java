package io.discounts.sdk.internal.resilience;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that keep no JVM alive and can be told apart in a dump. */
public final class DaemonThreads implements ThreadFactory {
    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    private DaemonThreads(String prefix) {
        this.prefix = prefix;
    }

    public static ThreadFactory named(String prefix) {
        return new DaemonThreads(prefix);
    }

    @Override
    public Thread newThread(Runnable task) {
        // Without the thread-locals of whoever happened to ask first.
        var thread = new Thread(null, task, prefix + "-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
