package io.discounts.sdk.internal.http;

import io.discounts.sdk.Deadline;
import io.discounts.sdk.internal.resilience.DaemonThreads;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The addresses of one host. A look-up can neither be aborted nor timed, so it has a thread of its own: the first caller waits
 * for it until his deadline, later ones take what was found last while it is looked up anew behind them.
 */
final class Addresses implements Dns, AutoCloseable {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String host;
    private final Dns resolver;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable List<InetAddress> last;
    private @Nullable Future<?> lookup;
    private long lookedUpAt;

    Addresses(String host, Dns resolver) {
        this.host = host;
        this.resolver = resolver;
        this.thread = new ThreadPoolExecutor(
                1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named("discounts-dns"));
        this.thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns once there is something to look at: addresses, or that there are none.
     *
     * @throws InterruptedIOException if the deadline passes before that, or the thread is interrupted
     */
    void await(Deadline deadline) throws InterruptedIOException {
        var underWay = lookUpIfOld(deadline.nanoTime().getAsLong());
        if (last != null) {
            return;
        }
        try {
            underWay.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new InterruptedIOException("the service's name was not looked up in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException unknown) {
            // A proxy may know it; who needs the addresses himself is told below.
            return;
        }
    }

    @Override
    public List<InetAddress> lookup(String wanted) throws UnknownHostException {
        if (!wanted.equals(host)) {
            return resolver.lookup(wanted);
        }
        var known = last;
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return known;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private synchronized Future<?> lookUpIfOld(long now) throws InterruptedIOException {
        var before = lookup;
        if (before != null && (!before.isDone() || (last != null && now - lookedUpAt < FRESH_NANOS))) {
            return before;
        }
        try {
            var next = thread.submit(() -> {
                last = resolver.lookup(host);
                return null;
            });
            lookup = next;
            lookedUpAt = now;
            return next;
        } catch (RejectedExecutionException closed) {
            throw new InterruptedIOException("the transport is closed");
        }
    }
}
