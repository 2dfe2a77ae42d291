package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.LightConnection.Reply;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongSupplier;

/**
 * Asks on whichever connection is free, or on a new one, and notes what becomes of it. Safe for use by any thread; each waits
 * for its answer.
 */
final class LightAsker implements AutoCloseable {
    /** What is answered later has failed. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A connection that nobody has asked on for longer is closed here, before the service does, as a load balancer's are. */
    private static final Duration KEPT = Duration.ofSeconds(60);

    private static final Reply NONE = new Reply(0, "");

    private record Free(LightConnection connection, long since) {}

    /** One request and its answer. */
    private interface Exchange {
        Reply on(LightConnection connection) throws IOException;
    }

    private final URI server;
    private final Outcomes outcomes;
    private final LongSupplier nanoTime;
    private final Deque<Free> free = new ConcurrentLinkedDeque<>();
    private final Set<LightConnection> open = ConcurrentHashMap.newKeySet();

    LightAsker(URI server, Outcomes outcomes) {
        this(server, outcomes, System::nanoTime);
    }

    /** @param nanoTime a clock that never goes back */
    LightAsker(URI server, Outcomes outcomes, LongSupplier nanoTime) {
        this.server = server;
        this.outcomes = outcomes;
        this.nanoTime = nanoTime;
    }

    URI server() {
        return server;
    }

    /** Of an answer the status alone is looked at, and counts by this name. */
    void ask(byte[] request, String name) {
        noted(connection -> new Reply(connection.ask(request), ""), List.of(name));
    }

    /** The answer, or what has status 0, which counts by these names. */
    Reply read(byte[] request, String... names) {
        return noted(connection -> connection.read(request), List.of(names));
    }

    private Reply noted(Exchange exchange, List<String> names) {
        var began = nanoTime.getAsLong();
        var reply = reply(exchange);
        var took = Duration.ofNanos(nanoTime.getAsLong() - began);
        var inTime = took.compareTo(TIMEOUT) > 0 ? NONE : reply;
        names.forEach(name -> outcomes.note(name, inTime.status(), Math.toIntExact(took.toMillis())));
        return inTime;
    }

    private Reply reply(Exchange exchange) {
        try {
            var kept = kept();
            var connection = kept == null ? connect() : kept;
            try {
                var reply = exchange.on(connection);
                release(connection);
                return reply;
            } catch (IOException broken) {
                end(connection);
                return NONE;
            }
        } catch (IOException away) {
            return NONE;
        }
    }

    private @Nullable LightConnection kept() throws IOException {
        for (var next = free.pollFirst(); next != null; next = free.pollFirst()) {
            if (nanoTime.getAsLong() - next.since() < KEPT.toNanos()) {
                return next.connection();
            }
            end(next.connection());
        }
        return null;
    }

    private LightConnection connect() throws IOException {
        var connection = new LightConnection(server);
        open.add(connection);
        return connection;
    }

    private void release(LightConnection connection) throws IOException {
        if (connection.isClosed()) {
            end(connection);
        } else {
            free.addFirst(new Free(connection, nanoTime.getAsLong()));
        }
    }

    private void end(LightConnection connection) throws IOException {
        open.remove(connection);
        connection.close();
    }

    /** Whoever still waits has failed. */
    @Override
    public void close() throws IOException {
        for (var connection : open) {
            connection.close();
        }
    }
}
