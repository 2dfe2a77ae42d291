package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The service as a client sees it: search, evaluate and redemptions by the contract, from a small catalogue in memory or
 * from scripted answers, over HTTP/1.1 on a port of 127.0.0.1; and whatever fault a {@link Script} plays.
 *
 * <pre>{@code
 * try (var service = FakeDiscountsService.start()) {
 *     service.store("s-1").has(discount("partner-promotions:42").percentOff(20).minBasket(1500));
 *     // … point a client at service.uri()
 *     service.plays(first(20, unavailable(), healthy()));
 *     assertThat(service.requests()).allMatch(request -> "browse".equals(request.priority()));
 * }
 * }</pre>
 *
 * Regions do not part its catalogue. Its threads are daemons and end with {@link #close}. Safe for use by many threads.
 */
public final class FakeDiscountsService implements AutoCloseable {
    private final Catalogue catalogue = new Catalogue();
    private final RequestLog log = new RequestLog();
    private final Clock clock;
    private final Transport transport;
    private final Contract contract;
    private final Connections connections;
    private final Listener listener;
    private volatile Performance performance;

    private FakeDiscountsService(Transport transport, Clock clock) throws IOException {
        this.transport = transport;
        this.clock = clock;
        contract = new Contract(catalogue, clock);
        performance = new Performance(Behaviours.healthy(), clock);
        connections = new Connections(transport, new Played(), clock);
        listener = new Listener(() -> performance.door(), connections::serve);
    }

    /** On a free port, by the system's clock. */
    public static FakeDiscountsService start() {
        return start(Clock.systemUTC());
    }

    /**
     * On a free port.
     *
     * @param clock for validity, lag, expiry and scripts that go by time
     */
    public static FakeDiscountsService start(Clock clock) {
        return start(new Transport.Plain(), clock);
    }

    /** The same with TLS; clients have to trust {@link #certificate()}. Takes a second or two to make its keys. */
    public static FakeDiscountsService startWithTls(Clock clock) {
        return start(Transport.Tls.create(), clock);
    }

    private static FakeDiscountsService start(Transport transport, Clock clock) {
        try {
            return new FakeDiscountsService(transport, clock);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public URI uri() {
        return URI.create(transport.scheme() + "://127.0.0.1:" + listener.port());
    }

    /** Its own, self-signed; absent without TLS. */
    public @Nullable X509Certificate certificate() {
        return transport.certificate();
    }

    /** A store to give discounts to. One that has none is answered like an unknown one. */
    public FakeStore store(String id) {
        return new FakeStore(id, catalogue, clock);
    }

    /** Answers this path with this response instead of the catalogue's. */
    public void answers(String path, Response response) {
        contract.answers(path, response);
    }

    /**
     * Answers from the catalogue as it was so long ago, and says so in the watermarks. A later change of the lag moves what
     * is seen, forwards or back.
     */
    public void lags(Duration lag) {
        catalogue.lag(lag);
    }

    /**
     * Begins a script, with its count and time at zero. Once this returns, whoever connects meets it; one that begins with a
     * wrong certificate ends the connections there are, as a restart would.
     */
    public void plays(Script script) {
        var next = new Performance(script, clock);
        performance = next;
        try {
            listener.settle();
            if (next.door() == Door.WRONG_CERTIFICATE) {
                connections.hangUp();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Plays {@link Behaviours#healthy()}. Requests that hang stay so. */
    public void heals() {
        plays(Behaviours.healthy());
    }

    /** The requests since the start or {@link #forget()}, oldest first; of more than 10,000 the newest. */
    public List<RecordedRequest> requests() {
        return log.newest();
    }

    /** How many requests came in since the start or {@link #forget()}. */
    public long requestCount() {
        return log.count();
    }

    /** Forgets the requests so far. */
    public void forget() {
        log.clear();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return connections.open();
    }

    /** How many connections were accepted since the start. */
    public long acceptedConnections() {
        return connections.accepted();
    }

    /** Ends all connections and threads; what is under way is cut off. */
    @Override
    public void close() {
        try {
            listener.close();
            connections.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Played implements Connection.Host {
        @Override
        public Scene arrived(RecordedRequest request) {
            log.add(request);
            return performance.next(request.path());
        }

        @Override
        public Response answer(RecordedRequest request) {
            return contract.answer(request);
        }
    }
}
