package io.discounts.loadtests.reads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class LightAskerTest {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicLong nanoTime = new AtomicLong();

    LightAskerTest() throws IOException {}

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAgainOnAConnectionThatHasNotBeenIdleForLong() throws IOException {
        askTwice(59);

        assertThat(ports).hasSize(2).containsOnly(ports.getFirst());
    }

    @Test
    void closesAConnectionThatTheServiceIsAboutToClose() throws IOException {
        askTwice(60);

        assertThat(ports).hasSize(2).doesNotHaveDuplicates();
    }

    private void askTwice(int secondsApart) throws IOException {
        var request = LightClient.post(url.resolve("/"), "{}", Map.of());
        try (var asker = new LightAsker(url, new Outcomes(), nanoTime::get)) {
            asker.ask(request, "first");
            nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(secondsApart));
            asker.ask(request, "second");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        ports.add(exchange.getRemoteAddress().getPort());
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
