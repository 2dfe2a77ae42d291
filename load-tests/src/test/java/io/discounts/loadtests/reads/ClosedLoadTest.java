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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClosedLoadTest {
    private static final String EVALUATION =
            "{\"region\":\"ES\",\"storeId\":\"s-1\",\"customer\":{\"id\":\"c-1\"},\"context\":{}}";

    private static final byte[] NOTHING_APPLIES = "{\"applied\":[]}".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();

    ClosedLoadTest() throws IOException {}

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksInTheSharesOfTheOpenLoad() throws Exception {
        try (var load = load()) {
            var measured = load.run(Duration.ofSeconds(1));

            assertThat(measured.refused()).isZero();
            assertThat(measured.answered()).isEqualTo(asked("browse") + asked("shadow") + asked("checkout"));
            assertThat(asked("browse")).isBetween(2 * asked("shadow") - 4, 2 * asked("shadow") + 4);
            assertThat(asked("checkout")).isBetween(2L, asked("shadow") / 3);
        }
    }

    @Test
    void countsForEachRunWhatIsAnsweredInIt() throws Exception {
        try (var load = load()) {
            var first = load.run(Duration.ofMillis(200));
            var before = asked("browse") + asked("shadow") + asked("checkout");

            var second = load.run(Duration.ofMillis(200));

            assertThat(first.answered()).isEqualTo(before);
            assertThat(second.answered()).isEqualTo(asked("browse") + asked("shadow") + asked("checkout") - before);
        }
    }

    @Test
    void failsWithACustomerWhoCannotGoOn() throws Exception {
        try (var load = new ClosedLoad(url, Map.of(Asking.CHECKOUT, List.of("no evaluation")), "test", 2)) {
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> load.run(Duration.ofMillis(200)));
        }
    }

    private ClosedLoad load() {
        var search = List.of("{}");
        return new ClosedLoad(
                url,
                Map.of(Asking.CHECKOUT, List.of(EVALUATION), Asking.BROWSE, search, Asking.SHADOW, search),
                "test",
                2);
    }

    private long asked(String priority) {
        return asked.getOrDefault(priority, new AtomicLong()).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.computeIfAbsent(exchange.getRequestHeaders().getFirst(Asking.PRIORITY), unseen -> new AtomicLong())
                .incrementAndGet();
        exchange.sendResponseHeaders(200, NOTHING_APPLIES.length);
        exchange.getResponseBody().write(NOTHING_APPLIES);
        exchange.close();
    }
}
