package io.discounts.sdk.shadow;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Daemon threads that begin with nothing of whoever made them (thread-locals, inheritable or not, and with them MDC and trace),
 * and end after a task that has run the host's code: whatever that has left on the thread meets nobody.
 */
final class RenewedThreads implements ThreadFactory {
    private final String prefix;
    private final AtomicLong count = new AtomicLong();
    /** Of whoever makes the client, not of whichever request happens to be the first. */
    private final ClassLoader context = Thread.currentThread().getContextClassLoader();

    RenewedThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
        var thread = new Renewed(task, prefix + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        thread.setUncaughtExceptionHandler((ended, end) -> {});
        return thread;
    }

    /** The current thread, if it is one of these, is to end with its task. */
    static void renewCurrent() {
        if (Thread.currentThread() instanceof Renewed renewed) {
            renewed.spent = true;
        }
    }

    /**
     * Ends the current thread if it is to end.
     *
     * @throws End to do so: a pool replaces a thread whose {@code afterExecute} throws
     */
    static void endIfSpent() {
        if (Thread.currentThread() instanceof Renewed renewed && renewed.spent) {
            throw new End();
        }
    }

    private static final class Renewed extends Thread {
        /** Read and written by this thread alone. */
        private boolean spent;

        Renewed(Runnable task, String name) {
            super(null, task, name, 0, false);
        }
    }

    /** A thread's end. */
    static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private End() {
            super("a thread that has run the host's code ends here", null, false, false);
        }
    }
}
