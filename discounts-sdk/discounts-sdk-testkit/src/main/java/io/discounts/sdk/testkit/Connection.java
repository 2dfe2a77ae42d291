package io.discounts.sdk.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Serves one connection, request by request, until either side ends it. Of one thread, but for {@link #close}. */
final class Connection implements AutoCloseable {
    /** What records a request, says how it is met, and answers it honestly. */
    interface Host {
        Scene arrived(RecordedRequest request);

        Response answer(RecordedRequest request);
    }

    private final Socket raw;
    private final Host host;
    private final Clock clock;
    private final CountDownLatch closing;

    /**
     * @param raw below TLS, if there is any: a RST is sent there
     * @param closing zero once the service closes
     */
    Connection(Socket raw, Host host, Clock clock, CountDownLatch closing) {
        this.raw = raw;
        this.host = host;
        this.clock = clock;
        this.closing = closing;
    }

    /** Speaks over the socket, which is the raw one or TLS over it. */
    void serve(Socket socket) throws IOException {
        var requests = new RequestReader(new BufferedInputStream(socket.getInputStream()), clock);
        var request = requests.next();
        while (request != null) {
            var scene = host.arrived(request);
            scene.behaviour().play(new SocketExchange(request, scene.turn(), requests, socket, this));
            request = raw.isClosed() || "close".equalsIgnoreCase(request.header("Connection")) ? null : requests.next();
        }
    }

    Response answer(RecordedRequest request) {
        return host.answer(request);
    }

    CountDownLatch closing() {
        return closing;
    }

    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
