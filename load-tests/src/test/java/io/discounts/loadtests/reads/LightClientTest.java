package io.discounts.loadtests.reads;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LightClientTest {
    private final Set<String> asked = Collections.synchronizedSet(new HashSet<>());
    private final HttpServer server;
    private final URI url;

    LightClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = URI.create("http://127.0.0.1:%d/ask".formatted(server.getAddress().getPort()));
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ask", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("X-Who") + ": " + body);
            var answer = "answered".getBytes(StandardCharsets.UTF_8);
            var inChunks = body.equals("\"chunks\"");
            exchange.sendResponseHeaders(body.equals("\"no\"") ? 503 : 200, inChunks ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksEverythingInTurnAndCountsWhatIsRefused() throws Exception {
        var measured = client(3, "\"a\"", "\"no\"", "\"chunks\"").run(Duration.ZERO);

        assertThat(measured.answered()).isGreaterThanOrEqualTo(2);
        assertThat(measured.refused()).isPositive();
        assertThat(measured.seconds()).isPositive();
        assertThat(asked).containsExactlyInAnyOrder("me: \"a\"", "me: \"no\"", "me: \"chunks\"");
    }

    @Test
    void failsWhereNobodyAnswers() {
        stop();

        assertThatThrownBy(() -> client(1, "\"a\"").run(Duration.ZERO)).isInstanceOf(ExecutionException.class);
    }

    private LightClient client(int connections, String... bodies) {
        var requests = List.of(bodies).stream()
                .map(body -> LightClient.post(url, body, Map.of("X-Who", "me")))
                .toList();
        return new LightClient(url, requests, connections);
    }
}
