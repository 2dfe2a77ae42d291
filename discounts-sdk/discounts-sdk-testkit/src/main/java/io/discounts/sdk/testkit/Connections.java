package io.discounts.sdk.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The connections there are, each served by a thread of its own. */
final class Connections implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final AtomicLong threads = new AtomicLong();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fake-discounts-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Transport transport;
    private final Connection.Host host;
    private final Clock clock;

    Connections(Transport transport, Connection.Host host, Clock clock) {
        this.transport = transport;
        this.host = host;
        this.clock = clock;
    }

    void serve(Socket raw, Door door) {
        accepted.incrementAndGet();
        var connection = new Connection(raw, host, clock, closing);
        open.add(connection);
        executor.execute(() -> serve(connection, raw, door));
    }

    int open() {
        return open.size();
    }

    long accepted() {
        return accepted.get();
    }

    /** Ends those there are; more may come. */
    void hangUp() throws IOException {
        for (var connection : open) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        hangUp();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a connection is still served");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Connection connection, Socket raw, Door door) {
        try (connection) {
            raw.setTcpNoDelay(true);
            try (var socket = transport.over(raw, door)) {
                connection.serve(socket);
            }
        } catch (IOException | UncheckedIOException gone) {
            // the other side has left, or was made to: a fault at work
        } finally {
            open.remove(connection);
        }
    }
}
